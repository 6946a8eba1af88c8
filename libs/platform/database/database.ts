import { randomFillSync } from 'node:crypto';
import { ids } from '@xihuo/kernel';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { types, type Pool, type PoolClient } from 'pg';
import { linesOf, type Tidings } from '../live/tidings';
import { SnakeNaming } from './snake-naming';
import type { Statement } from './statement';
import { Waker } from './waker';

/**
 * Our own parsers, for our pool only (the queue library has its own pool and expectations):
 * bigint as a bigint, since money must not pass through a JavaScript number on its way out of the database;
 * a date as the text it is, since as a Date it would move with the host's time zone.
 */
const parsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && oid === types.builtins.INT8) return (value: string) => BigInt(value);
    if (format !== 'binary' && oid === types.builtins.DATE) return (value: string) => value;
    return types.getTypeParser(oid, format);
  },
};

export interface DatabaseOptions {
  url: string;
  pool: number;
  /** The role the sessions run as; the application never runs as the owner of its tables. */
  role?: 'xihuo_app' | 'xihuo_auditor' | 'xihuo_owner';
  entities?: EntityTarget<ObjectLiteral>[];
  applicationName?: string;
}

/** One pool of connections, shared by TypeORM and by named statements. */
export class Database {
  private readonly waker = new Waker((names) =>
    this.pool.query("select pg_notify('xihuo_wake', name) from unnest($1::text[]) as name", [names]),
  );
  private readonly crier = new Waker((lines) =>
    this.pool.query("select pg_notify('xihuo_live', line) from unnest($1::text[]) as line", [lines]),
  );

  private constructor(readonly source: DataSource) {}

  static async open({
    url,
    pool,
    role = 'xihuo_app',
    entities = [],
    applicationName = 'xihuo',
  }: DatabaseOptions): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: entities as never,
      namingStrategy: new SnakeNaming(),
      applicationName,
      extra: {
        max: pool,
        options: `-c role=${role} -c timezone=UTC -c default_transaction_isolation=read\\ committed`,
        connectionTimeoutMillis: 10_000,
        types: parsers,
      },
    });
    await source.initialize();
    return new Database(source);
  }

  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** Runs one statement on its own; for reads that need no transaction. */
  async read<Row>(wanted: Statement<Row>, values: unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query({ name: wanted.name, text: wanted.text, values });
    return result.rows as Row[];
  }

  /** A fresh UUIDv7 by the host's clock: an id only, no deadline is ever read from it. */
  newId(): string {
    return newId();
  }

  /** Tells the workers that there is something to do: the outbox's relay, or a periodic job by its name. */
  wake(name: string): void {
    this.waker.wake(name);
  }

  /** Tells the api's processes what the consoles open there are to hear. */
  tell(tidings: readonly Tidings[]): void {
    for (const line of tidings.flatMap(linesOf)) this.crier.wake(line);
  }

  async close(): Promise<void> {
    await Promise.all([this.waker.close(), this.crier.close()]);
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** Random bytes are drawn in one go for many ids: a system call an id would show in a rush. */
const reserve = Buffer.alloc(16 * 256);
let drawn = reserve.length;

export function newId(): string {
  if (drawn === reserve.length) {
    randomFillSync(reserve);
    drawn = 0;
  }
  const random = reserve.subarray(drawn, drawn + 16);
  drawn += 16;
  return ids.uuidv7(Date.now(), random);
}

export type { PoolClient };
