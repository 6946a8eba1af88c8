import { machines } from '@xihuo/contract';
import { money, states, time } from '@xihuo/kernel';
import { openAccounts, postAll, type NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import type { CombinedPayment } from '../provider/payment-provider';
import { captureClaimed, holdAttempts, moveClaimed, type LegRow } from '../store/payment.sql';
import { giveBackWhole } from './request-refunds';

/** What the provider says of a payment, from whichever side it came: answer, webhook or poller. */
export type Claim = Pick<
  CombinedPayment,
  'paymentRef' | 'paymentId' | 'orderId' | 'state' | 'capturedFen' | 'currency'
>;

const CAPTURE_RULE = 'payment.capture@1';

/**
 * Applies claims in one go, each by compare-and-set: however often and in whatever order they come, a payment is captured
 * once and its legs are booked once (F1, F5, F21). An order's money that comes a second time, by a payment that had been called off,
 * goes back whole. Answers the ids of the payments that moved.
 */
export async function applyClaims(tx: Tx, claims: readonly Claim[]): Promise<Set<string>> {
  const captured = claims.filter((claim) => claim.state === 'captured' && claim.currency === 'CNY');
  if (captured.length > 0) await tx.sql(holdAttempts, [captured.map((claim) => claim.paymentId)]);
  const legs =
    captured.length === 0
      ? []
      : await tx.sql(captureClaimed, [
          captured.map((claim) => claim.paymentId),
          captured.map((claim) => claim.orderId),
          captured.map((claim) => claim.paymentRef),
          captured.map((claim) => claim.capturedFen.toString()),
          tx.now,
          states.statesBefore(machines.paymentStates, 'captured'),
        ]);
  await bookLegs(tx, legs);
  await giveBackWhole(tx, [...new Set(legs.filter((leg) => leg.surplus).map((leg) => leg.payment_id))]);
  const moved = new Set(legs.map((leg) => leg.payment_id));
  for (const event of ['failed', 'cancelled'] as const) {
    const claimed = claims.filter((claim) => claim.state === event);
    if (claimed.length === 0) continue;
    const rows = await tx.sql(moveClaimed, [
      claimed.map((claim) => claim.paymentId),
      claimed.map((claim) => claim.paymentRef),
      event,
      states.statesBefore(machines.paymentStates, event),
    ]);
    for (const row of rows) moved.add(row.id);
  }
  return moved;
}

/** The buyer's money at the institution, owed to each supplier order: one group a payment. */
async function bookLegs(tx: Tx, legs: readonly LegRow[]): Promise<void> {
  const paid = new Map<string, { orderId: string; amount: bigint; groupId: string }>();
  for (const leg of legs) {
    const known = paid.get(leg.payment_id) ?? { orderId: leg.order_id, amount: 0n, groupId: newId() };
    paid.set(leg.payment_id, { ...known, amount: known.amount + leg.amount_fen });
  }
  const transfers = legs.map((leg): NewTransfer => ({
    id: newId(),
    debit: { code: 'institution', ownerId: null },
    credit: { code: 'orderClearing', ownerId: null },
    amountFen: money.fen(leg.amount_fen),
    code: 'payment.capture',
    groupId: paid.get(leg.payment_id)!.groupId,
    sourceKind: 'supplierOrder',
    sourceId: leg.supplier_order_id,
    ruleVersion: CAPTURE_RULE,
    businessDate: time.businessDate(tx.now),
  }));
  if (transfers.length > 0) await openAccounts(tx, [transfers[0]!.debit, transfers[0]!.credit]);
  await postAll(tx, transfers);
  for (const [paymentId, payment] of paid) {
    tx.emit('paymentCaptured', { paymentId, orderId: payment.orderId, amountFen: payment.amount.toString() });
    tx.audit({
      action: 'payment.capture',
      subjectKind: 'payment',
      subjectId: paymentId,
      after: { amountFen: payment.amount.toString() },
    });
  }
}
