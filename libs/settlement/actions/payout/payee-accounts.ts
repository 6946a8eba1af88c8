import { fail, machines, type InputOf } from '@xihuo/contract';
import { tellPeople } from '@xihuo/identity';
import { newId, type Actor, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { states, time } from '@xihuo/kernel';
import { isCardNumber, sameName } from '../../rules/account-number';
import { ACCOUNT_MESSAGES, OWN_PAYOUTS } from '../../rules/payout-messages';
import { isFinance, isOf, isOpen, isSecond } from '../../rules/second-person';
import {
  accountsOfPayee,
  decideAccount,
  findAccount,
  findPayee,
  nameAccountPurpose,
  peopleOfPayees,
  proposeAccount,
  sealAccounts,
  type PayeeRow,
} from '../../store/payout/account.sql';
import { fingerprintOf, sealedCells } from './account-cells';
import { personOf, type PayoutKit } from './payout-kit';

type Wanted = InputOf<'POST /settlement/payee-accounts'>['body'];
type Decision = InputOf<'POST /settlement/payee-accounts/{id}/decide'>['body'] & { id: string };
export type Telling = Pick<PayoutKit, 'vault' | 'notices'>;

const HOUR = 3_600_000;

/** Of whom somebody may say an account: finance of everybody, a supplier's clerks of the supplier, a household's people of theirs. */
function mayName(actor: Actor, payee: PayeeRow): boolean {
  return isFinance(actor) || isOf(actor, payee);
}

/**
 * Says where a payee is to be paid. From now on and for the hours of `payout.accountHoldHours` nothing is paid to the payee, neither
 * here nor to the account before; a second person has to confirm it, and the payee's people are told at once, so that whoever did
 * not say it can have it cancelled. Said again, the hours begin anew.
 *
 * @throws ProblemError NOT_FOUND, ACCOUNT_NAME_MISMATCH, ACCOUNT_NUMBER_INVALID, ACCOUNT_KNOWN, ACCOUNT_WAITING
 */
export async function proposePayeeAccount(tx: Tx, kit: Telling, wanted: Wanted): Promise<string> {
  const [payee] = await tx.sql(findPayee, [wanted.payeeId]);
  if (!payee || !mayName(tx.actor, payee)) throw fail('NOT_FOUND');
  if (!sameName(wanted.holder, payee.name)) throw fail('ACCOUNT_NAME_MISMATCH');
  if (payee.kind === 'household' && !isCardNumber(wanted.number)) throw fail('ACCOUNT_NUMBER_INVALID');
  const fingerprint = fingerprintOf(kit.vault, { number: wanted.number, holder: payee.name });
  const [last] = await tx.sql(accountsOfPayee, [payee.id, null, 1, null]);
  if (last?.state === 'confirmed' && last.fingerprint.equals(fingerprint)) throw fail('ACCOUNT_KNOWN');
  const id = newId();
  const hours = await policyOn(tx, 'payout.accountHoldHours', time.businessDate(tx.now));
  const heldUntil = new Date(tx.now.getTime() + hours * HOUR);
  const [made] = await tx.sql(proposeAccount, [
    ...[id, payee.kind, payee.id, wanted.bankName, wanted.cnapsCode, wanted.number.slice(-4), fingerprint],
    ...[personOf(tx.actor), tx.now, heldUntil, wanted.reason],
  ]);
  if (!made) throw fail('ACCOUNT_WAITING');
  await tx.sql(nameAccountPurpose, ['payout.account']);
  const sealed = sealedCells(kit.vault, id, { number: wanted.number, holder: payee.name });
  await tx.sql(sealAccounts, [[id], [sealed.number], [sealed.holder]]);
  const after = { payee: payee.id, state: 'proposed', reason: wanted.reason };
  tx.audit({ action: 'payeeAccount.propose', subjectKind: 'payeeAccount', subjectId: id, after });
  await tell(tx, kit, id, ACCOUNT_MESSAGES.proposed({ tail: wanted.number.slice(-4), hours }));
  return id;
}

/**
 * A second person of finance, who is not of the payee either, confirms an account; finance or the payee's own people cancel one that waits or is still held: the one
 * before it is paid to again.
 *
 * @throws ProblemError NOT_FOUND, FOUR_EYES, NOT_AT_THIS_STEP
 */
export async function decidePayeeAccount(tx: Tx, kit: Telling, { id, decision, reason }: Decision): Promise<void> {
  const [account] = await tx.sql(findAccount, [id]);
  const [payee] = account ? await tx.sql(findPayee, [account.payee_id]) : [];
  if (!account || !payee || !mayName(tx.actor, payee)) throw fail('NOT_FOUND');
  tx.attempt({ action: `payeeAccount.${decision}`, subjectKind: 'payeeAccount', subjectId: id });
  const by = personOf(tx.actor);
  if (decision === 'confirm' && !isSecond(tx.actor, payee, account)) throw fail('FOUR_EYES');
  if (!isOpen(account, decision)) throw fail('NOT_AT_THIS_STEP');
  const to = states.transition(machines.payeeAccountStates, account.state, decision) as 'confirmed' | 'cancelled';
  const [moved] = await tx.sql(decideAccount, [id, to, by, tx.now, reason, account.state]);
  if (!moved) throw fail('NOT_AT_THIS_STEP');
  tx.audit({
    ...{ action: `payeeAccount.${decision}`, subjectKind: 'payeeAccount', subjectId: id },
    ...{ before: { state: account.state }, after: { state: to, reason } },
  });
  await tell(tx, kit, id, ACCOUNT_MESSAGES[to]({ tail: account.number_tail, heldUntil: account.held_until }));
}

async function tell(
  tx: Tx,
  kit: Telling,
  accountId: string,
  message: ReturnType<(typeof ACCOUNT_MESSAGES)['cancelled']>,
): Promise<void> {
  const [account] = await tx.sql(findAccount, [accountId]);
  const people = await tx.sql(peopleOfPayees, [[account!.payee_id]]);
  const personIds = people.map(({ person_id: id }) => id);
  const key = `payeeAccount.${account!.state}:${accountId}`;
  await tellPeople(tx, kit, { personIds, key, message, about: OWN_PAYOUTS, sms: true, everybody: true });
}
