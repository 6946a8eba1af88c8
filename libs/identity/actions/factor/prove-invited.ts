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
  readonly telling: (now: Date) => Telling;
}

/**
 * By what the operator told them who confirmed their role of the platform; both operators are told that it was taken.
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
    telling: () => ({
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
    }),
  };
}
