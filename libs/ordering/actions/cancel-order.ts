import { fail, machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { cancelNeverPaid, cancelSupplierOrders, giveBackStock, giveUp, moveOrder } from '../store/order-steps.sql';
import { giveBackPromotions } from '../store/pricing/give-back.sql';
import { reportStock } from './stock/report-stock';

/** Step one of cancelling by its buyer: from here on no payment starts; stock is still held until the provider has answered. */
export async function startCancelling(tx: Tx, orderId: string): Promise<void> {
  const [moved] = await tx.sql(giveUp, [orderId, tx.now, states.statesBefore(machines.orderStates, 'expire')]);
  if (!moved) throw fail('ORDER_STATE', { detail: 'only an unpaid order can be cancelled' });
}

/**
 * Step two, once the provider has confirmed that nothing was paid: the order is cancelled and its stock given back, both
 * or neither. Answers false where the order moved on meanwhile (a payment won the race).
 */
export async function finishCancelling(tx: Tx, orderId: string): Promise<boolean> {
  const [moved] = await tx.sql(moveOrder, [orderId, 'cancelled', ['expiring']]);
  if (!moved) return false;
  await giveBack(tx, [orderId]);
  return true;
}

/** Cancels at most `most` orders whose cancelling is under way and for which nobody began to pay; answers how many. */
export async function finishNeverPaid(tx: Tx, most: number): Promise<number> {
  const moved = await tx.sql(cancelNeverPaid, [most]);
  if (moved.length > 0)
    await giveBack(
      tx,
      moved.map(({ id }) => id),
    );
  return moved.length;
}

/** What cancelled orders held. */
async function giveBack(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await tx.sql(cancelSupplierOrders, [orderIds]);
  const stock = await tx.sql(giveBackStock, [orderIds, tx.now]);
  await tx.sql(giveBackPromotions, [orderIds, tx.now]);
  await reportStock(tx, [...new Set(stock.map((row) => row.sku_id))]);
  for (const orderId of orderIds) {
    tx.emit('orderCancelled', { orderId });
    tx.audit({ action: 'order.cancel', subjectKind: 'order', subjectId: orderId, after: { state: 'cancelled' } });
  }
}
