import { fail, type InputOf } from '@xihuo/contract';
import { command, type CommandOptions, type Grant } from '@xihuo/platform';
import { LIMITS } from '../../rules/attempt-limits';
import { newToken, tokenHash } from '../../secrets/tokens';
import { fromBase32, matchingStep } from '../../secrets/totp';
import { totpCell, type IdentityKit } from '../../store/identity-kit';
import { insertTotpSecret } from '../../store/offer.sql';
import { realNow } from '../../store/one-time.sql';
import { strengthenSession } from '../../store/session.sql';
import { countAttempt, forgive } from '../count-attempts';
import { tellPeople } from '../tell-people';
import { proveInvited } from './prove-invited';
import { proveAlone } from './prove-alone';

interface Enrolling {
  readonly personId: string;
  readonly sessionId: string;
  /** As what the session acts; nothing, where a role asks for a factor that was not shown. */
  readonly grants: readonly Grant[];
  readonly body: InputOf<'POST /me/second-factor'>['body'];
}

/**
 * Enrols the first second factor of somebody who works on the console. Whoever came in by a code to the phone, or sits at a screen left
 * open, is not enough: in a role of the platform the invitation came by another way, from the operator who confirmed the role; others
 * show the password or another code. The page draws the secret: what is shown for it proves that the app has it. The session goes on
 * under a new token, and every other one on the console asks for the factor from now on.
 *
 * @returns the new token for the cookie
 * @throws ProblemError WRONG_CODE in the field that is wrong (an invitation that is over, or one taken, is none), RATE_LIMITED,
 * SESSION_EXPIRED, FORBIDDEN (enrolled already, or not by themselves in what they act as)
 */
export async function enrolFactor(
  kit: IdentityKit,
  { personId, sessionId, grants, body }: Enrolling,
  ask: CommandOptions,
): Promise<{ token: string }> {
  const own = [{ limit: LIMITS.secondFactor, of: personId }];
  await countAttempt(kit, own);
  const { by } = body;
  const proof = await ('invitation' in by
    ? proveInvited(kit, personId, by.invitation)
    : proveAlone(kit, { personId, grants }, by));
  const [clock] = await kit.database.read(realNow);
  const step = matchingStep(fromBase32(body.secret), body.code, clock!.real_now, -1n);
  if (step === null) throw fail.inField('WRONG_CODE', 'code', 'not what the secret shows now');

  const { view } = await command(kit.database, ask, async (tx) => {
    await proof.spend(tx);
    const sealed = kit.vault.seal(totpCell(personId), body.secret);
    const [kept] = await tx.sql(insertTotpSecret, [personId, sealed, tx.now, step]);
    if (!kept) throw proof.taken();
    const token = newToken();
    const [session] = await tx.sql(strengthenSession, [sessionId, tokenHash(token), tx.now]);
    if (!session) throw fail('SESSION_EXPIRED');
    tx.audit({ action: 'totp.enrol', subjectKind: 'person', subjectId: personId, after: proof.after });
    await tellPeople(tx, kit, proof.telling(tx.now));
    return { token };
  });
  await forgive(kit, own);
  return view;
}
