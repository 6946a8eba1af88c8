import { join } from 'node:path';
import { armFailpoints, command, Database, Files, Notices, statement, Vault } from '@xihuo/platform';
import type { Client } from 'pg';
import { bringReference } from '../reference/reference';
import { demoAccounts, writeAccountsFile } from './demo-accounts';
import type { SeedKit, SeedStep } from './step';
import { stepsOf } from './steps';

const DAY_MS = 86_400_000;

const noteStep = statement('seed.note_step', 'insert into platform.seed_step (name) values ($1)');

export interface LoadOptions {
  /** Connected as the owner: moves the business clock, which the application may not. */
  owner: Client;
  ownerUrl: string;
  masterKey: string;
  dataDir: string;
  log: (line: string) => void;
  failpoints: string;
}

/**
 * Runs the steps that are not done. Each is one transaction with its own mark in it, so a killed load goes on where it was.
 * The steps act as the application does: same role, same actions.
 */
export async function load(done: ReadonlySet<string>, options: LoadOptions): Promise<void> {
  const { owner, ownerUrl, masterKey, dataDir, log, failpoints } = options;
  armFailpoints(failpoints);
  const database = await Database.open({ url: ownerUrl, pool: 2, applicationName: 'xihuo-seed' });
  const vault = new Vault(masterKey);
  const files = Files.inFolder(join(dataDir, 'files'));
  const kit: SeedKit = { database, vault, notices: new Notices(vault), files, dataDir };
  const offset = async (ms: number) =>
    void (await owner.query(`select platform.set_clock_offset($1 * interval '1 millisecond')`, [ms]));
  try {
    for (const step of stepsOf(kit, done).filter(({ name }) => !done.has(name))) {
      const started = process.hrtime.bigint();
      await offset(-step.daysAgo * DAY_MS);
      await runStep(database, step, kit);
      log(`${step.name} ${(process.hrtime.bigint() - started) / 1_000_000n} ms`);
    }
    await offset(0);
    // What a house of before lacks: its first steps were taken when there was less to bring.
    await command(database, { name: 'seed.reference', ...by('seed.reference') }, bringReference);
    writeAccountsFile(dataDir, demoAccounts(kit.vault));
    // The planner must know what is there before the first visitor asks.
    await owner.query('analyze');
  } finally {
    await offset(0);
    await database.close();
  }
}

const by = (requestId: string) => ({ actor: { kind: 'system', name: 'seed' }, requestId }) as const;

async function runStep(database: Database, step: SeedStep, kit: SeedKit): Promise<void> {
  const name = `seed.${step.name}`;
  await command(database, { name, ...by(name) }, async (tx) => {
    await step.run(tx, kit);
    await tx.sql(noteStep, [step.name]);
  });
}
