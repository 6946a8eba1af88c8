import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { linesNotForSale, supplierOrdersOfOrder } from '../store/order.sql';
import { lockOrder } from '../store/order-steps.sql';
import { loadOrder, type OrderAccess } from './view-order';

/** As it is kept under an idempotency key: fen as text. */
export interface Payable {
  number: string;
  legs: { supplierOrderId: string; supplierId: string; amountFen: string }[];
}

/**
 * What the payment of an order consists of. An order that is paid answers the same, so that paying twice is reading once;
 * one that is cancelled, being cancelled or past its deadline cannot be paid, nor one with goods whose right to be sold has ended
 * since it was placed (F17).
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, PAYMENT_NOT_POSSIBLE (errors name such lines)
 */
export async function loadPayable(tx: Tx, orderId: string, access: OrderAccess): Promise<Payable> {
  // Locked: an order that is being cancelled at this moment is seen as such, and the other way round.
  await tx.sql(lockOrder, [orderId]);
  const order = await loadOrder(tx, orderId, access, 'pay');
  const open = order.state === 'paid' || (order.state === 'awaitingPayment' && order.pay_by > tx.now);
  if (!open)
    throw fail('PAYMENT_NOT_POSSIBLE', {
      detail: order.state === 'awaitingPayment' ? 'past the deadline' : order.state,
    });
  const ended = order.state === 'paid' ? [] : await tx.sql(linesNotForSale, [orderId]);
  if (ended.length > 0)
    throw fail('PAYMENT_NOT_POSSIBLE', {
      detail: 'goods of it may not be sold any more',
      errors: ended.map((line) => ({
        ...{ pointer: `/lines/${line.place - 1}/skuId`, code: 'SKU_NOT_FOR_SALE', message: line.product_name },
      })),
    });
  const parts = await tx.sql(supplierOrdersOfOrder, [orderId]);
  return {
    number: order.number,
    legs: parts.map((part) => ({
      supplierOrderId: part.id,
      supplierId: part.supplier_id,
      amountFen: part.amount_fen.toString(),
    })),
  };
}
