import { fail } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { findRefunds, insertRefunds, legsLeft, lockLegs, oweBack, type RefundRow } from '../store/refund.sql';

export interface WantedRefund {
  supplierOrderId: string;
  amountFen: money.Fen;
  /** Whose wish it is; uttered again it is the same refund, and with another amount a mistake. */
  sourceKind: 'unmatched' | 'afterSale' | 'cancel' | 'award' | 'lateRefund';
  sourceId: string;
  /** Out of this payment; where absent, out of the one that is kept for the order. */
  paymentId?: string;
}

/** By this name the worker that sends refunds is woken. */
export const SEND_REFUNDS = 'payment.sendRefunds';

/**
 * Writes the intent to pay back part of a leg each; the worker sends them once this is committed. Legs are locked, so of two that
 * together exceed what was captured the second is refused (F25).
 *
 * @throws ProblemError REFUND_TOO_LARGE (extra: leftFen), PAYMENT_NOT_POSSIBLE where nothing was captured
 */
export async function requestRefunds(tx: Tx, wanted: readonly WantedRefund[]): Promise<RefundRow[]> {
  if (wanted.length === 0) return [];
  const captured = await tx.sql(lockLegs, [wanted.map((one) => one.supplierOrderId)]);
  const kept = new Map(captured.map((leg) => [leg.supplier_order_id, leg]));
  const legOf = ({ supplierOrderId, paymentId }: WantedRefund) =>
    paymentId === undefined
      ? kept.get(supplierOrderId)
      : captured.find((leg) => leg.payment_id === paymentId && leg.supplier_order_id === supplierOrderId);
  // After the lock: what another of the same wish has written meanwhile is seen.
  const known = await tx.sql(findRefunds, [
    wanted.map((one) => one.sourceKind),
    wanted.map((one) => one.sourceId),
    wanted.map((one) => one.supplierOrderId),
  ]);
  const keyOf = (kind: string, source: string, leg: string) => `${kind}:${source}:${leg}`;
  const done = new Map(known.map((row) => [keyOf(row.source_kind, row.source_id, row.supplier_order_id), row]));
  const fresh = wanted.filter((one) => {
    const row = done.get(keyOf(one.sourceKind, one.sourceId, one.supplierOrderId));
    must(!row || row.amount_fen === one.amountFen, 'a refund uttered again is of the same amount');
    return !row;
  });
  for (const one of fresh) {
    const leg = legOf(one);
    if (!leg) throw fail('PAYMENT_NOT_POSSIBLE', { detail: 'nothing was captured for this part' });
    const leftFen = leg.amount_fen - leg.refund_fen;
    if (one.amountFen > leftFen) throw fail('REFUND_TOO_LARGE', { extra: { leftFen: leftFen.toString() } });
    leg.refund_fen += one.amountFen;
  }
  if (fresh.length === 0) return known;
  const made = await tx.sql(insertRefunds, [
    fresh.map((one) => one.supplierOrderId),
    fresh.map((one) => one.amountFen.toString()),
    fresh.map((one) => one.sourceKind),
    fresh.map((one) => one.sourceId),
    tx.now,
    fresh.map((one) => legOf(one)!.payment_id),
  ]);
  for (const row of made)
    tx.audit({
      action: 'refund.request',
      subjectKind: 'refund',
      subjectId: row.id,
      after: { amountFen: row.amount_fen.toString(), supplierOrderId: row.supplier_order_id, source: row.source_kind },
    });
  tx.wake(SEND_REFUNDS);
  return [...known, ...made];
}

/** Money has come for orders that were cancelled meanwhile: it is never kept, all that is left of it goes back (F20). */
export async function owePaymentsBack(tx: Tx, orderIds: readonly string[]): Promise<string[]> {
  if (orderIds.length === 0) return [];
  const owed = await tx.sql(oweBack, [orderIds, tx.now]);
  await giveBackWhole(
    tx,
    owed.map((row) => row.id),
  );
  return [...new Set(owed.map((row) => row.order_id))];
}

/** All that is left of payments that are owed back. */
export async function giveBackWhole(tx: Tx, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  for (const id of paymentIds) tx.audit({ action: 'payment.oweBack', subjectKind: 'payment', subjectId: id });
  const legs = await tx.sql(legsLeft, [paymentIds]);
  await requestRefunds(
    tx,
    legs.map((leg) => ({
      supplierOrderId: leg.supplier_order_id,
      amountFen: money.fen(leg.left_fen),
      sourceKind: 'unmatched',
      sourceId: leg.payment_id,
      paymentId: leg.payment_id,
    })),
  );
}
