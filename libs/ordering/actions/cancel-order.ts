import { fail, machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { cancelSupplierOrders, giveBackStock, moveOrder } from '../store/order-steps.sql';
import { giveBackPromotions } from '../store/pricing/give-back.sql';
import { reportStock } from './stock/report-stock';

/** Step one of cancelling: from here on no payment starts; stock is still held until the provider has answered. */
export async function startCancelling(tx: Tx, orderId: string): Promise<void> {
  const [moved] = await tx.sql(moveOrder, [orderId, 'expiring', states.statesBefore(machines.orderStates, 'expire')]);
  if (!moved) throw fail('ORDER_STATE', { detail: 'only an unpaid order can be cancelled' });
}

/**
 * Step two, once the provider has confirmed that nothing was paid: the order is cancelled and its stock given back, both
 * or neither. Answers false where the order moved on meanwhile (a payment won the race).
 */
export async function finishCancelling(tx: Tx, orderId: string): Promise<boolean> {
  const [moved] = await tx.sql(moveOrder, [orderId, 'cancelled', ['expiring']]);
  if (!moved) return false;
  await tx.sql(cancelSupplierOrders, [orderId]);
  const stock = await tx.sql(giveBackStock, [orderId, tx.now]);
  await tx.sql(giveBackPromotions, [orderId, tx.now]);
  await reportStock(
    tx,
    stock.map((row) => row.sku_id),
  );
  tx.emit('orderCancelled', { orderId });
  tx.audit({ action: 'order.cancel', subjectKind: 'order', subjectId: orderId, after: { state: 'cancelled' } });
  return true;
}
