import { fail } from '@xihuo/contract';
import { canonicalJson, must } from '@xihuo/kernel';
import { findKey, findKeys, insertKey, insertKeys, lockKey, lockKeys } from './command.sql';
import { sha256, type Tx } from './tx';

export interface IdempotencyKey {
  /** The caller's scope: one person's key never answers another's. */
  scope: string;
  route: string;
  key: string;
  /** The validated body; another body under the same key is refused. */
  body: unknown;
}

export function keyHash({ scope, route, key }: IdempotencyKey): Buffer {
  must(key.length > 0, 'an idempotency key is not empty');
  return sha256(canonicalJson([scope, route, key]));
}

export function bodyHash({ body }: IdempotencyKey): Buffer {
  return sha256(canonicalJson(body ?? null));
}

/** The answer of an earlier run of this key, if it is done; the advisory lock tells a running one from a new one. */
export async function replayOf<View>(tx: Tx, idempotency: IdempotencyKey): Promise<{ view: View } | null> {
  const hash = keyHash(idempotency);
  const [lock] = await tx.sql(lockKey, [hash.readBigInt64BE(0)]);
  if (!lock?.locked) throw fail('IDEMPOTENCY_KEY_RUNNING');
  const [known] = await tx.sql(findKey, [hash]);
  if (!known) return null;
  if (!known.body_hash.equals(bodyHash(idempotency))) throw fail('IDEMPOTENCY_KEY_REUSED');
  return { view: known.response as View };
}

export async function keepAnswer(tx: Tx, idempotency: IdempotencyKey, view: unknown): Promise<void> {
  await tx.sql(insertKey, [
    keyHash(idempotency),
    idempotency.route,
    bodyHash(idempotency),
    JSON.stringify(view ?? null),
    tx.now,
  ]);
}

/** A key with its hashes, computed once. */
export interface HashedKey {
  readonly route: string;
  readonly key: Buffer;
  readonly body: Buffer;
}

export function hashed(idempotency: IdempotencyKey): HashedKey {
  return { route: idempotency.route, key: keyHash(idempotency), body: bodyHash(idempotency) };
}

export type KeyState = 'new' | 'running' | { readonly body: Buffer; readonly response: unknown };

/** As `replayOf` for many keys at once, each named by its hash in hex. */
export async function statesOf(tx: Tx, keys: readonly HashedKey[]): Promise<Map<string, KeyState>> {
  if (keys.length === 0) return new Map();
  const hashes = keys.map(({ key }) => key).sort((one, other) => one.compare(other));
  const locks = await tx.sql(lockKeys, [hashes.map((hash) => hash.readBigInt64BE(0))]);
  const held = new Map(locks.map(({ lock, locked }) => [lock, locked]));
  const states = new Map<string, KeyState>(
    hashes.map((hash) => [hash.toString('hex'), held.get(hash.readBigInt64BE(0)) ? 'new' : 'running']),
  );
  // Only once the lock is held does the next statement surely see what its last holder committed.
  for (const { key_hash, body_hash, response } of await tx.sql(findKeys, [hashes])) {
    const name = key_hash.toString('hex');
    if (states.get(name) === 'new') states.set(name, { body: body_hash, response });
  }
  return states;
}

export async function keepAnswers(tx: Tx, kept: readonly { key: HashedKey; view: unknown }[]): Promise<void> {
  if (kept.length === 0) return;
  await tx.sql(insertKeys, [
    kept.map(({ key }) => key.key),
    kept.map(({ key }) => key.route),
    kept.map(({ key }) => key.body),
    kept.map(({ view }) => JSON.stringify(view ?? null)),
    tx.now,
  ]);
}
