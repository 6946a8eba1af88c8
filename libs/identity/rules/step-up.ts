import { fail } from '@xihuo/contract';
import { STEP_UP_MS } from './session-limits';

/**
 * Asks that the second factor was shown within five minutes: before a bank change, a payout approval, an export of
 * personal data or a grant of a role.
 *
 * @throws ProblemError STEP_UP_REQUIRED
 */
export function mustHaveFreshSecondFactor(caller: { secondFactorAt: Date | null }, now: Date): void {
  const age = caller.secondFactorAt === null ? Infinity : now.getTime() - caller.secondFactorAt.getTime();
  if (age > STEP_UP_MS) throw fail('STEP_UP_REQUIRED');
}
