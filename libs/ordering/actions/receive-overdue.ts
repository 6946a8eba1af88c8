import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn, type Policy } from '@xihuo/registry';
import { oweReceived } from './business/owe';
import { receiveOverdue } from '../store/shipping.sql';

/** How many parts one transaction receives. */
export const RECEIVE_BATCH = 500;

/** Parts nobody confirmed count as received once the term is over, so that suppliers and households are not kept waiting. */
export async function receiveOverdueParts(tx: Tx): Promise<number> {
  const day = time.businessDate(tx.now);
  const terms: number[] = [];
  for (const key of TERMS) {
    const term = await policyOn(tx, key, day);
    must(typeof term === 'number', `${key} is a number`);
    terms.push(term);
  }
  const parts = await tx.sql(receiveOverdue, [tx.now, ...terms, RECEIVE_BATCH]);
  await oweReceived(
    tx,
    parts.map((part) => part.id),
  );
  for (const part of parts) {
    tx.emit('supplierOrderReceived', {
      supplierOrderId: part.id,
      orderId: part.order_id,
      supplierId: part.supplier_id,
    });
    tx.audit({
      action: 'supplierOrder.receiveByTerm',
      subjectKind: 'supplierOrder',
      subjectId: part.id,
      before: { state: 'shipped' },
      after: { state: 'received', releaseDue: part.release_due.toISOString() },
    });
  }
  return parts.length;
}

const TERMS = [
  'fulfilment.autoReceiptDays',
  'fulfilment.autoReceiptAfterDeliveryHours',
  'afterSale.windowDays',
  'afterSale.perishableWindowDays',
] as const satisfies readonly Policy['key'][];
