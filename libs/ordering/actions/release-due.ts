import { machines } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { releaseDueOrders } from '../store/order-steps.sql';

/** How many supplier orders one transaction releases: bounds its locks and its outbox rows. */
export const RELEASE_BATCH = 500;

/** Releases received supplier orders whose after-sale window is over; answers how many. */
export async function releaseDue(tx: Tx): Promise<number> {
  const released = await tx.sql(releaseDueOrders, [tx.now, RELEASE_BATCH, machines.AFTER_SALE_OPEN]);
  for (const part of released) {
    tx.emit('supplierOrderReleased', {
      supplierOrderId: part.id,
      orderId: part.order_id,
      supplierId: part.supplier_id,
    });
  }
  return released.length;
}
