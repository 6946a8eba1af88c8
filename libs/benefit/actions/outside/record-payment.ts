import { fail, type InputOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { PAYMENT_MESSAGES } from '../../rules/payment-messages';
import { spreadPayment } from '../../rules/spread-payment';
import {
  insertOutsidePayment,
  knownPair,
  lockOpenDebts,
  outsidePaymentsById,
  receiptUse,
  strangeDebts,
  type OpenDebtRow,
  type OutsidePaymentRow,
} from '../../store/outside-payment.sql';
import { peopleOfPayee } from '../../store/people.sql';
import { fieldFault, idsOf, ownSuppliers, personOf, tell, type BenefitKit } from '../benefit-kit';
import { wire } from '../dues-view';
import { mustBePapers } from '../papers';
import { factsOf } from './open-payment';

type Said = InputOf<'POST /benefit/outside-payments'>['body'];

function payeeOf({ householdId, collectiveId }: Said): string {
  const payee = householdId ?? collectiveId;
  must(payee, 'a payment is to somebody');
  return payee;
}

/**
 * The supplier says that it paid a household or a village collective by itself, and shows the receipt. As much of its debts is set aside: settlement pays
 * it neither now nor later unless who was paid says that it has no money. The same id with the same content is the same payment.
 *
 * @throws ProblemError NOT_FOUND, ID_USED, AMOUNT_ZERO, OUTSIDE_PAYMENT_DAY, PAPER_UNKNOWN, RECEIPT_USED,
 *   OUTSIDE_PAYMENT_TOO_LARGE
 */
export async function recordOutsidePayment(tx: Tx, kit: BenefitKit, said: Said): Promise<{ id: string }> {
  const { id, supplierId, householdId, collectiveId, paperId } = said;
  const payeeId = payeeOf(said);
  tx.attempt({ action: 'outsidePayment.record', subjectKind: 'outsidePayment', subjectId: id });
  const [known] = await tx.sql(outsidePaymentsById, [[id]]);
  if (known) return sameAgain(tx, known, said);
  if (!ownSuppliers(tx.actor).includes(supplierId)) throw fail('NOT_FOUND');
  if (!(await tx.sql(knownPair, [supplierId, householdId ?? null, collectiveId ?? null]))[0]) throw fail('NOT_FOUND');
  const today = time.businessDate(tx.now);
  const amountFen = money.fromWire(said.amount);
  if (amountFen === 0n) throw fieldFault('AMOUNT_ZERO', 'amount', 'more than nothing');
  if (said.paidOn > today) throw fieldFault('OUTSIDE_PAYMENT_DAY', 'paidOn', `until ${today}`);
  await mustBePapers(tx, { supplierId, householdId }, { paperId });
  await mustBeOwn(tx, said);
  const open = await tx.sql(lockOpenDebts, [supplierId, payeeId]);
  // The same payment, sent a moment earlier, may have held the debts.
  const [sent] = await tx.sql(outsidePaymentsById, [[id]]);
  if (sent) return sameAgain(tx, sent, said);
  const parts = partsOf(open, said, amountFen);
  const answerBy = await answerDay(tx, said, today);
  const [written] = await tx.sql(insertOutsidePayment, [
    ...[
      id,
      supplierId,
      householdId ?? null,
      amountFen,
      said.method,
      said.paidOn,
      paperId,
      personOf(tx),
      tx.now,
      answerBy,
    ],
    JSON.stringify(parts.map((part) => ({ obligation_id: part.id, amount_fen: part.amountFen.toString() }))),
    ...[namedDebts(said), collectiveId ?? null],
  ]);
  must(written, 'the parts of a payment are the payment');
  tx.audit({
    ...{ action: 'outsidePayment.record', subjectKind: 'outsidePayment', subjectId: id },
    after: { supplierId, payeeId, amountFen: amountFen.toString(), debts: parts.length, paperId },
  });
  const [row] = await tx.sql(outsidePaymentsById, [[id]]);
  const message = PAYMENT_MESSAGES.recorded({ ...factsOf(row!), answerBy });
  const people = await tx.sql(peopleOfPayee, [payeeId]);
  await tell(tx, kit, { personIds: idsOf(people), key: `outsidePayment.recorded:${id}`, message, sms: true });
  return { id };
}

/**
 * By when who was paid is to answer. A receipt counts once, or one that lapsed or was contested would hold a debt back again and
 * again; taken back and shown anew it wins no days. Asked once the debts are held.
 *
 * @throws ProblemError RECEIPT_USED
 */
async function answerDay(tx: Tx, said: Said, today: string): Promise<string> {
  const answerBy = time.addDays(today, await policyOn(tx, 'benefit.outsideAnswerDays', today));
  const [use] = await tx.sql(receiptUse, [payeeOf(said), said.paperId]);
  const first = use?.answer_by ?? answerBy;
  if (use?.spent || first < today) throw fail('RECEIPT_USED');
  return first < answerBy ? first : answerBy;
}

/** Each once, in order; none named: null. */
function namedDebts({ obligationIds }: Pick<Said, 'obligationIds'>): string[] | null {
  return obligationIds === undefined || obligationIds.length === 0 ? null : [...new Set(obligationIds)].sort();
}

/** @throws ProblemError NOT_FOUND where a debt is named that is not this supplier's to this payee */
async function mustBeOwn(tx: Tx, said: Said): Promise<void> {
  const named = namedDebts(said);
  if (named !== null && (await tx.sql(strangeDebts, [said.supplierId, payeeOf(said), named])).length > 0)
    throw fieldFault('NOT_FOUND', 'obligationIds', 'not owed by this supplier to this payee');
}

/** Over which debts it goes; those that are named, or all that are open, wages and the oldest first. */
function partsOf(
  open: readonly OpenDebtRow[],
  said: Pick<Said, 'obligationIds'>,
  amountFen: bigint,
): { id: string; amountFen: bigint }[] {
  const named = namedDebts(said);
  const rows = named === null ? open : open.filter(({ id }) => named.includes(id));
  const parts = spreadPayment(
    amountFen,
    rows.map((row) => ({ id: row.id, kind: row.kind, earnedOn: row.earned_on, openFen: row.open_fen })),
  );
  if (parts !== null) return parts;
  const openFen = rows.reduce((all, row) => all + row.open_fen, 0n);
  throw fail('OUTSIDE_PAYMENT_TOO_LARGE', { extra: { open: wire(openFen) } });
}

/** The same id: the same payment, or an error. Another supplier's is not even there. */
function sameAgain(tx: Tx, known: OutsidePaymentRow, said: Said): { id: string } {
  const same =
    ownSuppliers(tx.actor).includes(known.supplier_id) &&
    known.supplier_id === said.supplierId &&
    known.payee_id === payeeOf(said) &&
    known.amount_fen === money.fromWire(said.amount) &&
    known.method === said.method &&
    known.paid_on === said.paidOn &&
    known.paper_id === said.paperId &&
    (known.named_debts ?? []).join() === (namedDebts(said) ?? []).join();
  if (!same) throw fail('ID_USED');
  return { id: known.id };
}
