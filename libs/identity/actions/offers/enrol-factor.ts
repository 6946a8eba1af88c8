import { fail, type InputOf } from '@xihuo/contract';
import { command, type CommandOptions } from '@xihuo/platform';
import { LIMITS } from '../../rules/attempt-limits';
import { isInvitation } from '../../secrets/invitation';
import { newToken, tokenHash } from '../../secrets/tokens';
import { fromBase32, matchingStep } from '../../secrets/totp';
import { totpCell, type IdentityKit } from '../../store/identity-kit';
import { insertTotpSecret, offersToTake } from '../../store/offer.sql';
import { realNow } from '../../store/one-time.sql';
import { strengthenSession } from '../../store/session.sql';
import { countAttempt, forgive } from '../count-attempts';
import { PLATFORM_ROLE_NAMES } from '../platform-role-names';
import { tellPeople } from '../tell-people';

interface Enrolling {
  readonly personId: string;
  readonly sessionId: string;
  readonly body: InputOf<'POST /me/second-factor'>['body'];
}

/**
 * Enrols the first second factor of somebody who was given a role of the platform. The code of an SMS brought them here; the invitation
 * came by another way, from the operator who confirmed the role, so that whoever got hold of the phone alone enrols nothing. The page
 * draws the secret: what is shown for it proves that the app has it. The session goes on under a new token.
 *
 * @returns the new token for the cookie
 * @throws ProblemError WRONG_CODE in the field that is wrong (an invitation that is over, or one taken, is none), RATE_LIMITED,
 * SESSION_EXPIRED
 */
export async function enrolFactor(
  kit: IdentityKit,
  { personId, sessionId, body }: Enrolling,
  ask: CommandOptions,
): Promise<{ token: string }> {
  const own = [{ limit: LIMITS.secondFactor, of: personId }];
  await countAttempt(kit, own);
  // Whoever was given a second role before they enrolled has two invitations, each as good as the other.
  const offers = await kit.database.read(offersToTake, [personId]);
  const offer = offers.find(({ id }) => isInvitation(kit.vault, id, body.invitation));
  if (!offer) throw fail.inField('WRONG_CODE', 'invitation', 'none that is good for this person');
  const [clock] = await kit.database.read(realNow);
  const step = matchingStep(fromBase32(body.secret), body.code, clock!.real_now, -1n);
  if (step === null) throw fail.inField('WRONG_CODE', 'code', 'not what the secret shows now');

  const { view } = await command(kit.database, ask, async (tx) => {
    const sealed = kit.vault.seal(totpCell(personId), body.secret);
    const [kept] = await tx.sql(insertTotpSecret, [personId, sealed, tx.now, step]);
    if (!kept) throw fail.inField('WRONG_CODE', 'invitation', 'taken already');
    const token = newToken();
    const [session] = await tx.sql(strengthenSession, [sessionId, tokenHash(token), tx.now]);
    if (!session) throw fail('SESSION_EXPIRED');
    tx.audit({ action: 'totp.enrol', subjectKind: 'person', subjectId: personId, after: { offerId: offer.id } });
    const { name, role } = offer;
    await tellPeople(tx, kit, {
      personIds: [offer.proposed_by, offer.decided_by!],
      key: `role taken ${offer.id}`,
      about: `ending:${role}`,
      message: {
        title: { zh: `${name}已绑定动态口令`, en: `${name} has enrolled a second factor` },
        body: {
          zh: `“${PLATFORM_ROLE_NAMES[role]!.zh}”岗位即可办事。如果不是本人所为，请立即提议免去。`,
          en: `They now act as ${PLATFORM_ROLE_NAMES[role]!.en}. If it was not them, propose the end of the role at once.`,
        },
      },
    });
    return { token };
  });
  await forgive(kit, own);
  return view;
}
