import { canonicalJson } from '@xihuo/kernel';
import { insertAudits, insertEvents } from './command.sql';
import { newId, type Database } from './database';
import { keepAnswer, replayOf, type IdempotencyKey } from './idempotency';
import { transact } from './transact';
import type { Actor, PendingAudit, Tx } from './tx';

export interface CommandOptions {
  name: string;
  actor: Actor;
  requestId: string;
  idempotency?: IdempotencyKey;
}

export interface CommandResult<View> {
  view: View;
  /** The view was answered from an earlier run of the same key; nothing was done. */
  replayed: boolean;
}

const ATTEMPTS = 4;
/** Serialisation failure and deadlock: nothing was done, the whole transaction may run again. */
const RETRIABLE = new Set(['40001', '40P01']);

export function isRetriable(error: unknown): boolean {
  return RETRIABLE.has((error as { code?: string }).code ?? '');
}

/**
 * Runs a piece of work in one transaction: READ COMMITTED, business time read once, idempotency key honoured, events and
 * audit rows written with it. Retried a bounded number of times on 40001 and 40P01, so the work must not reach outside
 * the database.
 *
 * @throws ProblemError IDEMPOTENCY_KEY_RUNNING (409), IDEMPOTENCY_KEY_REUSED (422), and whatever the work throws
 */
export async function command<View>(
  database: Database,
  options: CommandOptions,
  work: (tx: Tx) => Promise<View>,
): Promise<CommandResult<View>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptCommand(database, options, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetriable(error)) throw error;
    }
  }
}

async function attemptCommand<View>(
  database: Database,
  { idempotency, ...options }: CommandOptions,
  work: (tx: Tx) => Promise<View>,
): Promise<CommandResult<View>> {
  let replay: { view: View } | null = null;
  const done = await transact(database, {
    ...options,
    async work(tx) {
      replay = idempotency ? await replayOf<View>(tx, idempotency) : null;
      if (replay) return null;
      const view = await work(tx);
      if (idempotency) await keepAnswer(tx, idempotency, view);
      await flush(tx);
      return { view };
    },
  });
  return done ? { ...done, replayed: false } : { ...replay!, replayed: true };
}

/** Writes the collected events and audit rows, one statement each. */
export async function flush(tx: Tx): Promise<void> {
  if (tx.events.length > 0) {
    await tx.sql(insertEvents, [
      tx.events.map((event) => event.id),
      tx.events.map((event) => event.name),
      tx.events.map((event) => JSON.stringify(event.payload)),
      tx.events.map((event) => event.requestId),
      tx.now,
    ]);
  }
  if (tx.audits.length > 0) {
    const entries = tx.audits.map((entry) => ({ id: newId(), ...entry }));
    await tx.sql(insertAudits, [entries.map((entry) => entry.id), entries.map((entry) => auditContent(entry, tx.now))]);
  }
}

/** The bytes the audit chain vouches for. */
function auditContent(entry: PendingAudit & { id: string }, now: Date): string {
  const { id, action, subjectKind, subjectId, before = null, after = null, actor, requestId } = entry;
  return canonicalJson({
    ...{ id, action, subjectKind, subjectId, before, after, requestId },
    actor: actorName(actor),
    at: now.toISOString(),
  });
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'person') return `person:${actor.personId}`;
  return actor.kind === 'guest' ? 'guest' : `system:${actor.name}`;
}
