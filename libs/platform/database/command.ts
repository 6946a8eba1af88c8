import { fail } from '@xihuo/contract';
import { canonicalJson, must } from '@xihuo/kernel';
import { newId, type Database } from './database';
import { failpoint } from './failpoint';
import { clockOf, findKey, insertAudits, insertEvents, insertKey, lockKey } from './command.sql';
import { sha256, Tx, type Actor, type PendingAudit } from './tx';

export interface IdempotencyKey {
  /** The caller's scope: one person's key never answers another's. */
  scope: string;
  route: string;
  key: string;
  /** The validated body; another body under the same key is refused. */
  body: unknown;
}

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

/** The name by which the relay is woken. */
export const OUTBOX = 'outbox';

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
  options: CommandOptions,
  work: (tx: Tx) => Promise<View>,
): Promise<CommandResult<View>> {
  const runner = database.source.createQueryRunner();
  try {
    const client = (await runner.connect()) as import('pg').PoolClient;
    await runner.startTransaction('READ COMMITTED');
    try {
      const clock = await client.query<{ now: Date }>({ name: clockOf.name, text: clockOf.text });
      const tx = new Tx(runner.manager, client, clock.rows[0]!.now, options.actor, options.requestId);
      const replay = options.idempotency && (await replayOf<View>(tx, options.idempotency));
      if (replay) {
        await runner.rollbackTransaction();
        return { view: replay.view, replayed: true };
      }
      const view = await work(tx);
      if (options.idempotency) await keep(tx, options.idempotency, view);
      await flush(tx);
      failpoint(`${options.name}:beforeCommit`);
      await runner.commitTransaction();
      failpoint(`${options.name}:afterCommit`);
      if (tx.events.length > 0) database.wake(OUTBOX);
      return { view, replayed: false };
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

/** The answer of an earlier run of this key, if it is done; the advisory lock tells a running one from a new one. */
async function replayOf<View>(tx: Tx, idempotency: IdempotencyKey): Promise<{ view: View } | null> {
  const hash = keyHash(idempotency);
  const [lock] = await tx.sql(lockKey, [hash.readBigInt64BE(0)]);
  if (!lock?.locked) throw fail('IDEMPOTENCY_KEY_RUNNING');
  const [known] = await tx.sql(findKey, [hash]);
  if (!known) return null;
  if (!known.body_hash.equals(bodyHash(idempotency))) throw fail('IDEMPOTENCY_KEY_REUSED');
  return { view: known.response as View };
}

async function keep(tx: Tx, idempotency: IdempotencyKey, view: unknown): Promise<void> {
  await tx.sql(insertKey, [keyHash(idempotency), idempotency.route, bodyHash(idempotency), JSON.stringify(view ?? null), tx.now]);
}

export function keyHash({ scope, route, key }: IdempotencyKey): Buffer {
  must(key.length > 0, 'an idempotency key is not empty');
  return sha256(canonicalJson([scope, route, key]));
}

export function bodyHash({ body }: IdempotencyKey): Buffer {
  return sha256(canonicalJson(body ?? null));
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
