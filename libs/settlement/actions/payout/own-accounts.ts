import { fail, type InputOf } from '@xihuo/contract';
import { ownPhone } from '@xihuo/identity';
import { command, type Actor, type CommandOptions } from '@xihuo/platform';
import { decidePayeeAccount, proposePayeeAccount } from './payee-accounts';
import { personOf, type PayoutKit } from './payout-kit';

type Said = InputOf<'POST /me/payee-accounts'>['body'];

/** What stands as the reason of a card that the household itself named. */
const BY_ITSELF = '本人在农户页面更换';

/**
 * Somebody of a household says to which card it is to be paid: with a code sent to the phone they have now, the household as holder,
 * and a number that holds its check. Then as with every account (`proposePayeeAccount`): everybody of the household is told, by the
 * phones they had before as well, a second person confirms it, and nothing is paid to the household for the hours of
 * `payout.accountHoldHours`. Two people of one household on one phone: the code is spent once, and one card waits.
 *
 * @returns the id of the account
 * @throws ProblemError NOT_FOUND, WRONG_CODE, ACCOUNT_NAME_MISMATCH, ACCOUNT_NUMBER_INVALID, ACCOUNT_KNOWN, ACCOUNT_WAITING
 */
export async function proposeOwnAccount(
  kit: PayoutKit,
  { householdId, holder, number, bankName, ...shown }: Said,
  ask: CommandOptions,
): Promise<string> {
  mustBeOwn(ask.actor, householdId);
  const held = await ownPhone.mustHold(kit, shown);
  const { view } = await command(kit.database, ask, async (tx) => {
    await ownPhone.spend(tx, personOf(tx.actor), held);
    const wanted = { payeeId: householdId, holder, number, bankName, cnapsCode: null, reason: BY_ITSELF };
    return proposePayeeAccount(tx, kit, wanted);
  });
  return view;
}

/**
 * Somebody of a household cancels a change of its card, whoever said it, until its hours are over. No code is asked for: who hears of
 * a change that is not theirs stops it from the page they stand on, and to stop one moves no money.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP
 */
export async function cancelOwnAccount(
  kit: PayoutKit,
  wanted: { id: string; reason: string },
  ask: CommandOptions,
): Promise<void> {
  await command(kit.database, ask, (tx) => decidePayeeAccount(tx, kit, { ...wanted, decision: 'cancel' }));
}

/** Before a code is tried: the household of others is none, with a good code as with a bad one. */
function mustBeOwn(actor: Actor, householdId: string): void {
  const own = actor.kind === 'person' && actor.grants.some((grant) => grant.householdId === householdId);
  if (!own) throw fail('NOT_FOUND');
}
