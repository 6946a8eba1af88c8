import type { InputOf } from '@xihuo/contract';
import { mustBeFitWitness } from '@xihuo/identity';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { PAYMENT_MESSAGES } from '../../rules/payment-messages';
import { takenBack } from '../../rules/set-free';
import {
  heldParts,
  lockParts,
  moveOutsidePayment,
  outsidePaymentById,
  releaseParts,
  setOutsideWitness,
  setPaymentContested,
  silentPayments,
  type OutsidePaymentRow,
} from '../../store/outside-payment.sql';
import { peopleOfPayee, peopleOfSupplier } from '../../store/people.sql';
import { lockSalesOfPayment } from '../../store/sale.sql';
import { idsOf, personOf, tell, type BenefitKit } from '../benefit-kit';
import { overtake } from '../contest/open-contest';
import { oweLess } from '../owe';
import { mustBePapers } from '../papers';
import { reverse } from '../take-back-rebates';
import { factsOf, notePayment, openPayment, type Deciding } from './open-payment';

/** Of one transaction; the rest in the next. */
const SILENT_BATCH = 200;

/** The household or the collective has the money, in its own session: the debt is less by this much, once. @throws ProblemError as `openPayment` */
export async function confirmPayment(tx: Tx, kit: BenefitKit, deciding: Deciding): Promise<void> {
  await take(tx, kit, await openPayment(tx, deciding, 'confirm', 'payee'), 'session');
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
  await setFree(tx, kit, row);
  await tx.sql(moveOutsidePayment, [row.id, 'withdrawn', tx.now, reason]);
  notePayment(tx, row, 'withdraw', { reason });
  const people = await tx.sql(peopleOfPayee, [row.payee_id]);
  const message = PAYMENT_MESSAGES.withdrawn({ ...factsOf(row), reason });
  await tell(tx, kit, { personIds: idsOf(people), key: `outsidePayment.withdrawn:${row.id}`, message });
}

/** Payments whose days are over: unanswered ones lapse, witnessed ones that nobody contested stand. @returns how many */
export async function settleSilentPayments(tx: Tx, kit: BenefitKit): Promise<number> {
  const due = await tx.sql(silentPayments, [time.businessDate(tx.now), SILENT_BATCH]);
  for (const { id, state } of due) {
    const [row] = await tx.sql(outsidePaymentById, [id]);
    await (state === 'witnessed' ? take(tx, kit, row!, 'silence') : lapse(tx, kit, row!));
  }
  return due.length;
}

/** What was set aside is paid: off the debts, and off the supplier's account in the books. */
async function take(tx: Tx, kit: BenefitKit, row: OutsidePaymentRow, how: 'session' | 'silence'): Promise<void> {
  await tx.sql(lockParts, [row.id]);
  await tx.sql(releaseParts, [row.id, true, '[]']);
  await tx.sql(moveOutsidePayment, [row.id, 'confirmed', tx.now, null]);
  await oweLess(tx, [
    {
      ...{ supplierId: row.supplier_id, amountFen: row.amount_fen, code: 'obligation.paidOutside' },
      ...{ groupId: row.id, sourceKind: 'outsidePayment', sourceId: row.id, businessDate: time.businessDate(tx.now) },
    },
  ]);
  notePayment(tx, row, how === 'session' ? 'confirm' : 'stand', { how, amountFen: row.amount_fen.toString() });
  await tellBoth(tx, kit, row, 'confirmed');
}

/**
 * What was set aside is open again, but for what its record is no longer worth, and what of its sale went back to buyers meanwhile:
 * that is taken back, in the books as well.
 */
async function setFree(tx: Tx, kit: BenefitKit, { id }: OutsidePaymentRow): Promise<void> {
  const sales = await tx.sql(lockSalesOfPayment, [id]);
  await tx.sql(lockParts, [id]);
  const parts = await tx.sql(heldParts, [id]);
  const back = takenBack(
    parts.map((part) => ({
      ...{ obligationId: part.obligation_id, amountFen: part.amount_fen, line: part.line, overFen: part.over_fen },
    })),
  );
  const reversed = [...back].map(([obligationId, fen]) => ({ obligation_id: obligationId, fen: fen.toString() }));
  await tx.sql(releaseParts, [id, false, JSON.stringify(reversed)]);
  await oweLess(
    tx,
    parts
      .filter((part) => back.has(part.obligation_id))
      .map((part) => ({
        ...{
          supplierId: part.supplier_id,
          amountFen: back.get(part.obligation_id)!,
          code: 'obligation.reversed' as const,
        },
        ...{ groupId: id, sourceKind: 'obligation', sourceId: part.obligation_id },
        businessDate: time.businessDate(tx.now),
      })),
  );
  if (sales.length === 0) return;
  const saleIds = sales.map((sale) => sale.id);
  await overtake(tx, kit, await reverse(tx, saleIds));
}

async function lapse(tx: Tx, kit: BenefitKit, row: OutsidePaymentRow): Promise<void> {
  await setFree(tx, kit, row);
  await tx.sql(moveOutsidePayment, [row.id, 'lapsed', tx.now, null]);
  notePayment(tx, row, 'lapse', {});
  await tellBoth(tx, kit, row, 'lapsed');
}

async function tellBoth(tx: Tx, kit: BenefitKit, row: OutsidePaymentRow, what: 'confirmed' | 'lapsed'): Promise<void> {
  const people = [
    ...(await tx.sql(peopleOfSupplier, [row.supplier_id])),
    ...(await tx.sql(peopleOfPayee, [row.payee_id])),
  ];
  const message = PAYMENT_MESSAGES[what](factsOf(row));
  await tell(tx, kit, { personIds: idsOf(people), key: `outsidePayment.${what}:${row.id}`, message });
}
