import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { releaseDue } from '../rules/release';
import { supplierOrdersOfOrder } from '../store/order.sql';
import { markReceived } from '../store/order-steps.sql';
import { oweReceived } from './business/owe';
import { loadOrder, type OrderAccess } from './view-order';

/**
 * The buyer has received one supplier's part: its after-sale window starts now. Said again it is the same receipt. What an
 * organisation bought is accepted on its purchase order, by whoever has the duty: from there on it owes.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, ORDER_STATE before it was shipped, ACCEPTED_ON_PURCHASE (extra: purchaseOrderId)
 */
export async function confirmReceipt(
  tx: Tx,
  orderId: string,
  supplierOrderId: string,
  access: OrderAccess,
): Promise<void> {
  const order = await loadOrder(tx, orderId, access, 'receive');
  if (order.organisation_id !== null)
    throw fail('ACCEPTED_ON_PURCHASE', { extra: { purchaseOrderId: order.purchase_order_id } });
  const parts = await tx.sql(supplierOrdersOfOrder, [orderId]);
  const part = parts.find((row) => row.id === supplierOrderId);
  if (!part) throw fail('NOT_FOUND');
  if (part.state === 'received' || part.state === 'released') return;
  const [moved] = await receivePart(tx, part, tx.now);
  if (!moved) throw fail('ORDER_STATE', { detail: 'only a shipped part can be received' });
}

/** Received at `at`, by the buyer's word or because the term is over; answers nothing where it is not under way. */
export async function receivePart(tx: Tx, part: ReceivablePart, at: Date): Promise<{ id: string }[]> {
  const day = time.businessDate(tx.now);
  const windowDays = await policyOn(tx, 'afterSale.windowDays', day);
  const perishableWindowDays = await policyOn(tx, 'afterSale.perishableWindowDays', day);
  must(
    typeof windowDays === 'number' && typeof perishableWindowDays === 'number',
    'after-sale windows are numbers of days',
  );
  const due = releaseDue(at, part.lines, { windowDays, perishableWindowDays });
  const [moved] = await tx.sql(markReceived, [part.id, part.order_id, at, due]);
  if (!moved) return [];
  await oweReceived(tx, [part.id]);
  tx.emit('supplierOrderReceived', {
    supplierOrderId: part.id,
    orderId: part.order_id,
    supplierId: moved.supplier_id,
  });
  tx.audit({
    action: 'supplierOrder.receive',
    subjectKind: 'supplierOrder',
    subjectId: part.id,
    before: { state: 'shipped' },
    after: { state: 'received', releaseDue: due.toISOString() },
  });
  return [moved];
}

export interface ReceivablePart {
  id: string;
  order_id: string;
  lines: readonly { perishable: boolean }[];
}
