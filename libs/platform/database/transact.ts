import type { PoolClient } from 'pg';
import { clockOf } from './command.sql';
import type { Database } from './database';
import { failpoint } from './failpoint';
import { Tx, type Actor } from './tx';

export interface Transaction<Result> {
  readonly name: string;
  readonly actor: Actor;
  readonly requestId: string;
  /** Answers what to commit, or null where there was nothing to do after all. */
  work(tx: Tx): Promise<Result | null>;
}

/** The name by which the relay is woken. */
export const OUTBOX = 'outbox';

/** One transaction: business time read once, committed where the work answers, undone where it throws or answers null. */
export async function transact<Result>(
  database: Database,
  { name, actor, requestId, work }: Transaction<Result>,
): Promise<Result | null> {
  const runner = database.source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    // READ COMMITTED is the connection's default; naming it here would cost a round trip.
    await runner.startTransaction();
    try {
      const clock = await client.query<{ now: Date }>({ name: clockOf.name, text: clockOf.text });
      const tx = new Tx(runner.manager, client, clock.rows[0]!.now, actor, requestId);
      const result = await work(tx);
      if (result === null) {
        await runner.rollbackTransaction();
        return null;
      }
      failpoint(`${name}:beforeCommit`);
      await runner.commitTransaction();
      failpoint(`${name}:afterCommit`);
      if (tx.events.length > 0) database.wake(OUTBOX);
      for (const job of tx.wakes) database.wake(job);
      database.tell(tx.tidings);
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}
