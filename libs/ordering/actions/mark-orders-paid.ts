import { channels, packs } from '@xihuo/catalogue';
import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { refunds } from '@xihuo/payment';
import { cancelledAmong, leadsAmong, markPaid, soldBySku, supplierOrdersPaid } from '../store/order-steps.sql';

/** Payment has captured these orders: suppliers may ship. Orders that are paid already stay as they are;
 * for those that were cancelled meanwhile the money is owed back. */
export async function markOrdersPaid(tx: Tx, orderIds: readonly string[]): Promise<string[]> {
  const moved = await tx.sql(markPaid, [orderIds, tx.now, states.statesBefore(machines.orderStates, 'pay')]);
  const ids = moved.map((row) => row.id);
  const late = await tx.sql(cancelledAmong, [orderIds]);
  if (late.length > 0)
    await refunds.owePaymentsBack(
      tx,
      late.map((row) => row.id),
    );
  if (ids.length === 0) return [];
  await tx.sql(supplierOrdersPaid, [ids]);
  const sold = await tx.sql(soldBySku, [ids]);
  await packs.reportStockState(
    tx,
    sold.map((row) => ({ skuId: row.sku_id, state: null, soldDelta: row.quantity })),
  );
  const leads = await tx.sql(leadsAmong, [ids]);
  await channels.reportLeadOrders(
    tx,
    leads.map((row) => ({ leadId: row.lead_id, orderNumber: row.order_number })),
  );
  for (const orderId of ids) tx.emit('orderPaid', { orderId });
  return ids;
}
