import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Limit } from '../rules/attempt-limits';
import { clearAttempts, countAttempts, forgiveAttempts } from '../store/one-time.sql';
import type { IdentityKit } from '../store/identity-kit';

export interface Attempt {
  limit: Limit;
  /** Whose attempts: a login, a phone, an address. Stored as a keyed hash only. */
  of: string;
  /** 0 asks without counting. */
  add?: 0 | 1;
}

function keyOf(kit: IdentityKit, { limit, of }: Attempt): Buffer {
  return kit.vault.blindIndex(`identity.attempt.${limit.name}`, of);
}

/**
 * Counts before anything is tried and in a statement of its own, so that neither a crash nor a thousand at once gives an
 * attempt for nothing.
 *
 * @throws ProblemError RATE_LIMITED with retryAfterSeconds
 */
export async function countAttempt(kit: IdentityKit, attempts: Attempt[]): Promise<void> {
  const keyed = attempts.map((attempt) => ({ ...attempt, key: keyOf(kit, attempt) }));
  const rows = await kit.database.read(countAttempts, [
    keyed.map(({ key }) => key),
    keyed.map(({ limit }) => limit.seconds),
    keyed.map(({ add }) => add ?? 1),
  ]);
  const waits = rows.map((row) => {
    const counted = keyed.find(({ key }) => key.equals(row.key));
    must(counted, 'a count of something that was counted');
    const allowed = counted.add === 0 ? counted.limit.most - 1 : counted.limit.most;
    return row.count > allowed ? Math.max(1, row.seconds_left) : 0;
  });
  const wait = Math.max(0, ...waits);
  if (wait > 0) throw fail('RATE_LIMITED', { extra: { retryAfterSeconds: wait } });
}

/** After a success: the account's own counters begin anew, the shared ones lose this attempt. */
export async function forgive(kit: IdentityKit, own: Attempt[], shared: Attempt[] = []): Promise<void> {
  await kit.database.read(clearAttempts, [own.map((attempt) => keyOf(kit, attempt))]);
  if (shared.length > 0) await kit.database.read(forgiveAttempts, [shared.map((attempt) => keyOf(kit, attempt))]);
}
