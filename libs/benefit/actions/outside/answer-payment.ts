import type { InputOf } from '@xihuo/contract';
import { mustBeFitWitness } from '@xihuo/identity';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { PAYMENT_MESSAGES } from '../../rules/payment-messages';
import {
  moveOutsidePayments,
  setOutsideWitness,
  setPaymentContested,
  type OutsidePaymentRow,
} from '../../store/outside-payment.sql';
import { peopleOfPayee, peopleOfSupplier } from '../../store/people.sql';
import { idsOf, personOf, tell, type BenefitKit } from '../benefit-kit';
import { mustBePapers } from '../papers';
import { factsOf, notePayment, openPayment, type Deciding } from './open-payment';
import { setFree, take } from './settle-payments';

/** The household or the collective has the money, in its own session: the debt is less by this much, once. @throws ProblemError as `openPayment` */
export async function confirmPayment(tx: Tx, kit: BenefitKit, deciding: Deciding): Promise<void> {
  await take(tx, kit, [await openPayment(tx, deciding, 'confirm', 'payee')], 'session');
}

/**
 * The household signed for the money before a witness, and the sheet is here. It waits a while longer: a household may still say
 * that it signed for nothing.
 *
 * @throws ProblemError as `openPayment`; PAPER_UNKNOWN, WITNESS_UNFIT
 */
export async function witnessPayment(
  tx: Tx,
  kit: BenefitKit,
  witness: Deciding & InputOf<'POST /benefit/outside-payments/{id}/witness'>['body'],
): Promise<void> {
  const { name, role, paperId, on } = witness;
  const row = await openPayment(tx, witness, 'witness', 'witnesses');
  const today = time.businessDate(tx.now);
  await mustBeFitWitness(tx, witness, {
    ...{ supplierId: row.supplier_id, householdIds: householdsOf(row), since: row.paid_on },
  });
  await mustBePapers(tx, { supplierId: row.supplier_id, householdId: row.household_id ?? undefined }, { paperId });
  const until = time.addDays(today, await policyOn(tx, 'benefit.outsideWitnessDays', today));
  await tx.sql(setOutsideWitness, [row.id, name, role, paperId, on, until]);
  notePayment(tx, row, 'witness', { role, until, paperId });
  const people = await tx.sql(peopleOfPayee, [row.payee_id]);
  const message = PAYMENT_MESSAGES.witnessed({ ...factsOf(row), witness: name, until });
  await tell(tx, kit, { personIds: idsOf(people), key: `outsidePayment.witnessed:${row.id}`, message, sms: true });
}

/** The household does not have the money: it stays set aside until the supplier takes it back or its time is over. */
export async function contestPayment(
  tx: Tx,
  kit: BenefitKit,
  { reason, ...deciding }: Deciding & { reason: string },
): Promise<void> {
  await contest(tx, kit, await openPayment(tx, deciding, 'contest', 'payee'), { reason, paperId: null });
}

/**
 * The same for a household without a phone: a clerk or an officer of the county writes down what it says, with the sheet it signed.
 *
 * @throws ProblemError as `openPayment`; PAPER_UNKNOWN
 */
export async function objectForPayee(
  tx: Tx,
  kit: BenefitKit,
  { reason, paperId, ...deciding }: Deciding & InputOf<'POST /benefit/outside-payments/{id}/contest'>['body'],
): Promise<void> {
  const row = await openPayment(tx, deciding, 'contest', 'witnesses');
  await mustBePapers(tx, { supplierId: row.supplier_id, householdId: row.household_id ?? undefined }, { paperId });
  await contest(tx, kit, row, { reason, paperId });
}

function householdsOf({ household_id: id }: OutsidePaymentRow): string[] {
  return id === null ? [] : [id];
}

async function contest(
  tx: Tx,
  kit: BenefitKit,
  row: OutsidePaymentRow,
  { reason, paperId }: { reason: string; paperId: string | null },
): Promise<void> {
  await tx.sql(setPaymentContested, [row.id, reason, tx.now, paperId, personOf(tx)]);
  notePayment(tx, row, 'contest', { paperId });
  const people = [
    ...(await tx.sql(peopleOfSupplier, [row.supplier_id])),
    // It hears what was said in its name.
    ...(paperId === null ? [] : await tx.sql(peopleOfPayee, [row.payee_id])),
  ];
  const message = PAYMENT_MESSAGES.contested({ ...factsOf(row), reason });
  await tell(tx, kit, { personIds: idsOf(people), key: `outsidePayment.contested:${row.id}`, message });
}

/** The supplier takes it back: the debt is open again. @throws ProblemError as `openPayment` */
export async function withdrawPayment(
  tx: Tx,
  kit: BenefitKit,
  { reason, ...deciding }: Deciding & { reason: string },
): Promise<void> {
  const row = await openPayment(tx, deciding, 'withdraw', 'clerks');
  await setFree(tx, kit, [row]);
  await tx.sql(moveOutsidePayments, [[row.id], 'withdrawn', tx.now, reason]);
  notePayment(tx, row, 'withdraw', { reason });
  const people = await tx.sql(peopleOfPayee, [row.payee_id]);
  const message = PAYMENT_MESSAGES.withdrawn({ ...factsOf(row), reason });
  await tell(tx, kit, { personIds: idsOf(people), key: `outsidePayment.withdrawn:${row.id}`, message });
}
