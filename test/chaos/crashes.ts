import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { waitUntil } from '../../infra/embedded/processes.mjs';
import type { RunningHouse } from '../journeys/running-house';

export type Program = 'api' | 'worker' | 'postgres';

const PATIENCE_MS = 60_000;

/** Until it is so; whoever is asked meanwhile may be dead, which is told only where it stays so. */
export async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
  let last: unknown;
  const ask = async () => {
    last = undefined;
    return isSo().catch((error: unknown) => {
      last = error;
      return false;
    });
  };
  if (await waitUntil(ask, PATIENCE_MS, 50)) return;
  throw new Error(`not within a minute: ${what}${last ? ` (${String(last)})` : ''}`, { cause: last });
}

/** The deaths that the programs of a house die, and how to see that they were the ones meant. */
export class Crashes {
  /** @param folder what the setting FAILPOINTS names */
  constructor(
    private readonly house: RunningHouse,
    private readonly folder: string,
  ) {}

  pid(program: Program): number {
    const entries = JSON.parse(readFileSync(join(this.house.dataDir, 'processes.json'), 'utf8')) as Record<
      Program,
      { pid: number }
    >;
    return entries[program].pid;
  }

  /** kill -9, now. */
  kill(programs: readonly Program[]): void {
    for (const program of programs) process.kill(this.pid(program), 'SIGKILL');
  }

  /** kill -9 by itself, once, when it next comes by. */
  arm(failpoint: string): void {
    writeFileSync(this.orderFor(failpoint), '');
  }

  cameBy(failpoint: string): boolean {
    return !existsSync(this.orderFor(failpoint));
  }

  /** The house has started another in its place. */
  async restarted(program: Program, former: number): Promise<void> {
    await eventually(`${program} runs again`, () => Promise.resolve(this.pid(program) !== former));
  }

  /**
   * Does something that cannot go on, because what it writes to is locked, and kills while it stands there: in
   * the middle of its transaction, no matter how fast the machine is.
   */
  async amid<Result>(
    { whose, lock, values }: { whose: 'api' | 'worker'; lock: string; values: unknown[] },
    act: () => Promise<Result>,
    programs: readonly Program[],
  ): Promise<Result> {
    const holder = new Client({ connectionString: this.house.databaseUrl });
    // It may be PostgreSQL that is killed.
    holder.on('error', () => undefined);
    await holder.connect();
    const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
    await holder.query('begin');
    await holder.query(lock, values);
    const acting = act();
    try {
      await Promise.race([
        acting.then(() => Promise.reject(new Error('nothing stood in its way'))),
        this.stands(whose, rows[0]!.pid),
      ]);
      this.kill(programs);
    } finally {
      await holder.end().catch(() => undefined);
    }
    return acting;
  }

  private stands(whose: string, holder: number): Promise<void> {
    return eventually(`the ${whose} waits for the lock`, async () => {
      const waiting = await this.house.count(
        'select count(*) from pg_stat_activity where application_name = $1 and $2 = any (pg_blocking_pids(pid))',
        [`xihuo-${whose}`, holder],
      );
      return waiting > 0;
    });
  }

  private orderFor(failpoint: string): string {
    return join(this.folder, encodeURIComponent(failpoint));
  }
}
