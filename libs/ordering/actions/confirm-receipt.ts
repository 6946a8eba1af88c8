import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { releaseDue } from '../rules/release';
import { supplierOrdersOfOrder } from '../store/order.sql';
import { markReceived } from '../store/order-steps.sql';
import { loadOrder, type OrderAccess } from './view-order';

/** The buyer has received one supplier's part: its after-sale window starts now. */
export async function confirmReceipt(
  tx: Tx,
  orderId: string,
  supplierOrderId: string,
  access: OrderAccess,
): Promise<void> {
  await loadOrder(tx, orderId, access);
  const parts = await tx.sql(supplierOrdersOfOrder, [orderId]);
  const part = parts.find((row) => row.id === supplierOrderId);
  if (!part) throw fail('NOT_FOUND');
  const day = time.businessDate(tx.now);
  const windowDays = await policyOn(tx, 'afterSale.windowDays', day);
  const perishableWindowDays = await policyOn(tx, 'afterSale.perishableWindowDays', day);
  must(
    typeof windowDays === 'number' && typeof perishableWindowDays === 'number',
    'after-sale windows are numbers of days',
  );
  const due = releaseDue(tx.now, part.lines, { windowDays, perishableWindowDays });
  const [moved] = await tx.sql(markReceived, [supplierOrderId, orderId, tx.now, due]);
  if (!moved) throw fail('ORDER_STATE', { detail: 'only a shipped part can be received' });
  tx.emit('supplierOrderReceived', { supplierOrderId, orderId, supplierId: moved.supplier_id });
  tx.audit({
    action: 'supplierOrder.receive',
    subjectKind: 'supplierOrder',
    subjectId: supplierOrderId,
    after: { releaseDue: due.toISOString() },
  });
}
