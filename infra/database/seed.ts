import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, noteDone, openSteps, setting } from './steps-done';

export interface SeedOptions {
  /** Connection of whoever ran the migrations. */
  ownerUrl: string;
  /** Key of keys for sealed columns: 32 bytes, base64. */
  masterKey: string;
  dataDir: string;
  log: (line: string) => void;
  /** Names of places where a crash test wants the process killed. */
  failpoints?: string;
}

/**
 * Brings the demonstration data in, or what of it is missing. A finished load answers before any of the contexts' code is
 * read in: it is asked at every start.
 */
export async function seed({ ownerUrl, masterKey, dataDir, log, failpoints = '' }: SeedOptions): Promise<void> {
  const { owner, done } = await openSteps(ownerUrl, 'xihuo-seed-owner');
  try {
    const complete = `complete ${contentHash('seed', 'reference')}`;
    if (done.has(complete) && existsSync(join(dataDir, 'demo-accounts.json'))) return;

    mkdirSync(dataDir, { recursive: true });
    const { load } = await import('./seed/load');
    await owner.query('update platform.instance set demo = true');
    await load(done, { owner, ownerUrl, masterKey, dataDir, log, failpoints });
    await noteDone(owner, complete);
  } finally {
    await owner.end();
  }
}

async function main(): Promise<void> {
  await seed({
    ownerUrl: process.env.DATABASE_OWNER_URL || setting('DATABASE_URL'),
    masterKey: setting('MASTER_KEY'),
    dataDir: process.env.DATA_DIR || '.data',
    failpoints: process.env.FAILPOINTS,
    log: (line) => console.log(`seed: ${line}`),
  });
}

if (require.main === module) {
  main().catch((error: Error) => {
    console.error(`The demonstration data could not be loaded: ${error.message}`);
    process.exitCode = 1;
  });
}
