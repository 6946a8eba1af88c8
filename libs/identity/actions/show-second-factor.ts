import { fail } from '@xihuo/contract';
import { command, type CommandOptions } from '@xihuo/platform';
import { LIMITS } from '../rules/attempt-limits';
import { newToken, tokenHash } from '../secrets/tokens';
import { fromBase32, matchingStep } from '../secrets/totp';
import { totpCell, type IdentityKit } from '../store/identity-kit';
import { findTotpSecret, spendTotpStep } from '../store/one-time.sql';
import { strengthenSession } from '../store/session.sql';
import { countAttempt, forgive } from './count-attempts';

export interface SecondFactor {
  personId: string;
  sessionId: string;
  code: string;
}

/**
 * Shows the code of an authenticator app. The session goes on under a new token, and the step is spent for good, so that
 * a code read over a shoulder opens nothing. A person without an app has no right code: such a role stays shut.
 *
 * @returns the new token for the cookie
 * @throws ProblemError WRONG_CODE, RATE_LIMITED, SESSION_EXPIRED (ended in this very moment)
 */
export async function showSecondFactor(
  kit: IdentityKit,
  { personId, sessionId, code }: SecondFactor,
  ask: CommandOptions,
): Promise<{ token: string }> {
  const own = [{ limit: LIMITS.secondFactor, of: personId }];
  await countAttempt(kit, own);
  const [kept] = await kit.database.read(findTotpSecret, [personId]);
  if (!kept) throw fail('WRONG_CODE');
  const secret = fromBase32(kit.vault.open(totpCell(personId), kept.secret_sealed));
  const step = matchingStep(secret, code, kept.real_now, kept.last_used_step);
  if (step === null) throw fail('WRONG_CODE');

  const { view } = await command(kit.database, ask, async (tx) => {
    const [spent] = await tx.sql(spendTotpStep, [personId, step]);
    if (!spent) throw fail('WRONG_CODE');
    const token = newToken();
    const [session] = await tx.sql(strengthenSession, [sessionId, tokenHash(token), tx.now]);
    if (!session) throw fail('SESSION_EXPIRED');
    tx.audit({ action: 'session.secondFactor', subjectKind: 'person', subjectId: personId, after: { sessionId } });
    return { token };
  });
  await forgive(kit, own);
  return view;
}
