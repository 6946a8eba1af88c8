import { fail } from '@xihuo/contract';
import type { ProblemError } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { isInvitation } from '../../secrets/invitation';
import type { IdentityKit } from '../../store/identity-kit';
import { offersToTake } from '../../store/offer.sql';
import { PLATFORM_ROLE_NAMES } from '../platform-role-names';
import type { Telling } from '../tell-people';

/** That it is they who enrol. */
export interface Proof {
  /** In the transaction of what it allows. */
  readonly spend: (tx: Tx) => Promise<void>;
  /** What is said where a factor was enrolled meanwhile. */
  readonly taken: () => ProblemError;
  /** By what it was, for the trail. */
  readonly after: object;
  readonly telling: (now: Date) => readonly Telling[];
}

/** To whose account it is: also by the phone they had before, so that whoever came in as them is found out. */
export const tellingOwner = (personId: string, now: Date): Telling => ({
  ...{ personIds: [personId], key: `totp enrolled ${now.toISOString()}`, about: 'sessions:own' },
  ...{ sms: true, everybody: true },
  message: {
    title: { zh: '您的账号绑定了动态口令', en: 'A second factor was enrolled with your account' },
    body: {
      zh: '今后登录工作台要再输入一次动态口令。如果不是您本人所为，请立即联系平台。',
      en: 'From now on the console asks for its code at every sign-in. If it was not you, tell the platform at once.',
    },
  },
});

/**
 * By what the operator told them who confirmed their role of the platform, or that its lost factor is taken off; both operators are
 * told that it was taken, and they themselves.
 *
 * @throws ProblemError WRONG_CODE in the field
 */
export async function proveInvited(
  { database, vault }: Pick<IdentityKit, 'database' | 'vault'>,
  personId: string,
  invitation: string,
): Promise<Proof> {
  // Whoever was given a second role before they enrolled has two invitations, each as good as the other.
  const offers = await database.read(offersToTake, [personId]);
  const offer = offers.find(({ id }) => isInvitation(vault, id, invitation));
  if (!offer) throw fail.inField('WRONG_CODE', 'by/invitation', 'none that is good for this person');
  const { name, role } = offer;
  return {
    spend: () => Promise.resolve(),
    taken: () => fail.inField('WRONG_CODE', 'by/invitation', 'taken already'),
    after: { offerId: offer.id },
    telling: (now) => [
      {
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
      },
      tellingOwner(personId, now),
    ],
  };
}
