import { fail, type InputOf } from '@xihuo/contract';
import type { Grant, Tx } from '@xihuo/platform';
import { mayEnrolAlone } from '../../rules/session-limits';
import { isPassword } from '../../secrets/password-hash';
import type { IdentityKit } from '../../store/identity-kit';
import { grantsNow } from '../../store/person.sql';
import { ownFactor } from '../../store/own-factor.sql';
import { ownPhone } from '../own-phone';
import { tellingOwner, type Proof } from './prove-invited';

type Shown = Exclude<InputOf<'POST /me/second-factor'>['body']['by'], { invitation: string }>;

/**
 * By the password, or by another code to the own phone: of people who act for a supplier or hold the office of a county. They are told
 * of it, by the phone they had before as well, so that whoever came in as them is found out.
 *
 * @throws ProblemError FORBIDDEN, WRONG_CODE, UNAVAILABLE (too many passwords at this moment)
 */
export async function proveAlone(
  kit: IdentityKit,
  { personId, grants }: { personId: string; grants: readonly Grant[] },
  shown: Shown,
): Promise<Proof> {
  const [known] = await kit.database.read(ownFactor, [personId]);
  if (!mayEnrolAlone(grants) || known?.enrolled_at) throw fail('FORBIDDEN');
  const show = await shownBy(kit, { personId, password: known?.password_phc ?? null }, shown);
  return {
    async spend(tx) {
      // A role of the platform that was given a moment ago asks for its invitation.
      if (!mayEnrolAlone(await tx.sql(grantsNow, [personId]))) throw fail('FORBIDDEN');
      await show(tx);
    },
    taken: () => fail('FORBIDDEN'),
    after: { by: 'password' in shown ? 'password' : 'phone' },
    telling: (now) => [tellingOwner(personId, now)],
  };
}

/** Checks what is shown, outside of the transaction, which would wait for it. @returns what is spent in it */
async function shownBy(
  kit: IdentityKit,
  { personId, password }: { personId: string; password: string | null },
  shown: Shown,
): Promise<(tx: Tx) => Promise<void>> {
  if ('password' in shown) {
    if (!(await isPassword(password, shown.password)))
      throw fail.inField('WRONG_CODE', 'by/password', 'not the password of this person');
    return () => Promise.resolve();
  }
  const held = await ownPhone.mustHold(kit, shown);
  return (tx) => ownPhone.spend(tx, personId, held);
}
