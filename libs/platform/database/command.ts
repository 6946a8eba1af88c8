import { ProblemError } from '@xihuo/kernel';
import { auditRefusal } from '../audit/audit-refusal';
import { noteLastChange } from '../audit/last-change';
import type { Database } from './database';
import { flush } from './flush';
import { keepAnswer, replayOf, type IdempotencyKey } from './idempotency';
import { transact } from './transact';
import type { Actor, Attempt, Tx } from './tx';

export interface CommandOptions {
  name: string;
  actor: Actor;
  requestId: string;
  idempotency?: IdempotencyKey;
  /** Told where the answer is that of an earlier run of the same key. */
  onReplay?: () => void;
}

export interface CommandResult<View> {
  view: View;
  /** The view was answered from an earlier run of the same key; nothing was done. */
  replayed: boolean;
}

const ATTEMPTS = 4;
/** What a refusal was a refusal of; the transaction itself is gone by then. */
const attempts = new WeakMap<object, Attempt>();

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
      if (attempt < ATTEMPTS && isRetriable(error)) continue;
      const attempted = attempts.get(error as object);
      if (attempted) {
        const refusal = error as ProblemError;
        if (options.actor.kind === 'person') await noteLastChange(database, refusal, attempted);
        await auditRefusal(database, options, { ...attempted, code: refusal.code });
      }
      throw error;
    }
  }
}

async function attemptCommand<View>(
  database: Database,
  { idempotency, onReplay, ...options }: CommandOptions,
  work: (tx: Tx) => Promise<View>,
): Promise<CommandResult<View>> {
  let replay: { view: View } | null = null;
  const done = await transact(database, {
    ...options,
    async work(tx) {
      replay = idempotency ? await replayOf<View>(tx, idempotency) : null;
      if (replay) return null;
      const view = await work(tx).catch((error: unknown) => {
        if (error instanceof ProblemError && tx.attempted) attempts.set(error, tx.attempted);
        throw error;
      });
      if (idempotency) await keepAnswer(tx, idempotency, view);
      await flush(tx);
      return { view };
    },
  });
  if (done) return { ...done, replayed: false };
  onReplay?.();
  return { ...replay!, replayed: true };
}
