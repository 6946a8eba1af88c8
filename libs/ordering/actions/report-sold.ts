import { channels, packs } from '@xihuo/catalogue';
import type { Tx } from '@xihuo/platform';
import { leadsAmong, soldBySku } from '../store/order-steps.sql';

/** These orders go ahead, paid or on terms: their packs are counted as sold, and the leads of fairs they answer have become orders. */
export async function reportSold(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const sold = await tx.sql(soldBySku, [orderIds]);
  await packs.reportStockState(
    tx,
    sold.map((row) => ({ skuId: row.sku_id, state: null, soldDelta: row.quantity })),
  );
  const leads = await tx.sql(leadsAmong, [orderIds]);
  await channels.reportLeadOrders(
    tx,
    leads.map((row) => ({ leadId: row.lead_id, orderNumber: row.order_number })),
  );
}
