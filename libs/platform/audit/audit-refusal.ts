import type { CommandOptions } from '../database/command';
import type { Database } from '../database/database';
import { actorName, flush } from '../database/flush';
import { transact } from '../database/transact';
import type { Attempt } from '../database/tx';

/** Whoever tries the same thing a thousand times writes this many lines of it a minute into the chain, and no more. */
const MOST_A_MINUTE = 30;
const MINUTE_MS = 60_000n;
const NANOSECONDS = 1_000_000n;

/** Lines written in the running minute, by actor; cleared with each minute, so it cannot grow. */
let minute = 0n;
const written = new Map<string, number>();

/**
 * Writes that somebody tried something and was refused, in a small transaction of its own: the attempt's has been rolled back.
 * A command does this by itself for what its work declared by `tx.attempt`; to be called where a refusal comes before any.
 */
export async function auditRefusal(
  database: Database,
  { name, actor, requestId }: CommandOptions,
  { code, action, subjectKind, subjectId }: Attempt & { code: string },
): Promise<void> {
  if (!mayWrite(actorName(actor))) return;
  await transact(database, {
    ...{ name: `${name}:refused`, actor, requestId },
    async work(tx) {
      tx.audit({ action, subjectKind, subjectId, after: { refused: code } });
      await flush(tx);
      return true;
    },
  });
}

function mayWrite(actor: string): boolean {
  const now = process.hrtime.bigint() / NANOSECONDS / MINUTE_MS;
  if (now !== minute) {
    minute = now;
    written.clear();
  }
  const lines = (written.get(actor) ?? 0) + 1;
  written.set(actor, lines);
  return lines <= MOST_A_MINUTE;
}
