import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { PAYMENT_MESSAGES } from '../../rules/payment-messages';
import { takenBack } from '../../rules/set-free';
import {
  heldParts,
  lockParts,
  moveOutsidePayments,
  outsidePaymentsById,
  releaseParts,
  silentPayments,
  type OutsidePaymentRow,
} from '../../store/outside-payment.sql';
import { lockSalesOfPayments } from '../../store/sale.sql';
import { tell, type BenefitKit } from '../benefit-kit';
import { overtake } from '../contest/open-contest';
import { oweLess } from '../owe';
import { peopleBy } from '../people-by';
import { reverse } from '../take-back-rebates';
import { factsOf, notePayment } from './open-payment';

/** Of one transaction; the rest in the next. */
const SILENT_BATCH = 200;

const idsOf = (rows: readonly OutsidePaymentRow[]) => rows.map(({ id }) => id);

/** Payments whose days are over: unanswered ones lapse, witnessed ones that nobody contested stand. @returns how many */
export async function settleSilentPayments(tx: Tx, kit: BenefitKit): Promise<number> {
  const due = await tx.sql(silentPayments, [time.businessDate(tx.now), SILENT_BATCH]);
  if (due.length === 0) return 0;
  const rows = await tx.sql(outsidePaymentsById, [due.map(({ id }) => id)]);
  await take(
    tx,
    kit,
    rows.filter(({ state }) => state === 'witnessed'),
    'silence',
  );
  await lapse(
    tx,
    kit,
    rows.filter(({ state }) => state !== 'witnessed'),
  );
  return due.length;
}

/** What was set aside is paid: off the debts, and off the suppliers' accounts in the books. */
export async function take(
  tx: Tx,
  kit: BenefitKit,
  rows: readonly OutsidePaymentRow[],
  how: 'session' | 'silence',
): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql(lockParts, [idsOf(rows)]);
  await tx.sql(releaseParts, [idsOf(rows), true, '[]']);
  await tx.sql(moveOutsidePayments, [idsOf(rows), 'confirmed', tx.now, null]);
  await oweLess(
    tx,
    rows.map((row) => ({
      ...{ supplierId: row.supplier_id, amountFen: row.amount_fen, code: 'obligation.paidOutside' as const },
      ...{ groupId: row.id, sourceKind: 'outsidePayment', sourceId: row.id, businessDate: time.businessDate(tx.now) },
    })),
  );
  for (const row of rows)
    notePayment(tx, row, how === 'session' ? 'confirm' : 'stand', { how, amountFen: row.amount_fen.toString() });
  await tellBoth(tx, kit, rows, 'confirmed');
}

/**
 * What was set aside is open again, but for what its record is no longer worth, and what of its sale went back to buyers meanwhile:
 * that is taken back, in the books as well.
 */
export async function setFree(tx: Tx, kit: BenefitKit, rows: readonly OutsidePaymentRow[]): Promise<void> {
  const sales = await tx.sql(lockSalesOfPayments, [idsOf(rows)]);
  await tx.sql(lockParts, [idsOf(rows)]);
  const parts = await tx.sql(heldParts, [idsOf(rows)]);
  const back = takenBack(
    parts.map((part) => ({ amountFen: part.amount_fen, line: part.line, overFen: part.over_fen })),
  );
  const taken = parts.map((part, at) => ({ ...part, fen: back[at]! })).filter(({ fen }) => fen > 0n);
  const byDebt = new Map<string, bigint>();
  for (const { obligation_id: id, fen } of taken) byDebt.set(id, (byDebt.get(id) ?? 0n) + fen);
  const reversed = [...byDebt].map(([id, fen]) => ({ obligation_id: id, fen: fen.toString() }));
  await tx.sql(releaseParts, [idsOf(rows), false, JSON.stringify(reversed)]);
  await oweLess(
    tx,
    taken.map((part) => ({
      ...{ supplierId: part.supplier_id, amountFen: part.fen, code: 'obligation.reversed' as const },
      ...{ groupId: part.payment_id, sourceKind: 'obligation', sourceId: part.obligation_id },
      businessDate: time.businessDate(tx.now),
    })),
  );
  if (sales.length === 0) return;
  const saleIds = sales.map((sale) => sale.id);
  await overtake(tx, kit, await reverse(tx, saleIds));
}

async function lapse(tx: Tx, kit: BenefitKit, rows: readonly OutsidePaymentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await setFree(tx, kit, rows);
  await tx.sql(moveOutsidePayments, [idsOf(rows), 'lapsed', tx.now, null]);
  for (const row of rows) notePayment(tx, row, 'lapse', {});
  await tellBoth(tx, kit, rows, 'lapsed');
}

async function tellBoth(
  tx: Tx,
  kit: BenefitKit,
  rows: readonly OutsidePaymentRow[],
  what: 'confirmed' | 'lapsed',
): Promise<void> {
  const people = await peopleBy(
    tx,
    rows.flatMap((row) => [row.supplier_id, row.payee_id]),
  );
  await tell(
    tx,
    kit,
    rows.map((row) => ({
      ...{ personIds: people(row.supplier_id, row.payee_id), key: `outsidePayment.${what}:${row.id}` },
      message: PAYMENT_MESSAGES[what](factsOf(row)),
    })),
  );
}
