import type { Database, Files, Notices, Tx, Vault } from '@xihuo/platform';

export interface SeedKit {
  readonly database: Database;
  readonly vault: Vault;
  readonly notices: Notices;
  readonly files: Files;
  /** Where files beside the database go. */
  readonly dataDir: string;
}

/**
 * One piece of the demonstration data: one transaction, done once. A step reads what earlier ones wrote from the database,
 * never from memory: they may have run yesterday, before a crash.
 */
export interface SeedStep {
  /** Kept in the database once done: never rename one. */
  readonly name: string;
  /** How long ago it happened, by the business clock. */
  readonly daysAgo: number;
  /** Where it stands among the others, where that is not when it happened: it tells of days before what it stands on was written. */
  readonly place?: number;
  run(tx: Tx, kit: SeedKit): Promise<void>;
}
