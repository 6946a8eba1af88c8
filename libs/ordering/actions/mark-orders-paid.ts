import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { refunds } from '@xihuo/payment';
import { openAgain } from './open-again';
import { paidByTransferAmong } from '../store/business/receivable.sql';
import { cancelledAmong, markPaid, supplierOrdersPaid } from '../store/order-steps.sql';
import { reportSold } from './report-sold';

/**
 * Payment has captured these orders: suppliers may ship. Orders that are paid already stay as they are. Of those that were cancelled
 * meanwhile some stand again, where nobody called them off and their goods are still there; of the others the money is owed back, and
 * so is what was paid through the provider for an order that a bank transfer has paid.
 * Either is told (orderPaidLate): no money is kept silently.
 */
export async function markOrdersPaid(tx: Tx, orderIds: readonly string[]): Promise<string[]> {
  const moved = await tx.sql(markPaid, [orderIds, tx.now, states.statesBefore(machines.orderStates, 'pay')]);
  const inTime = moved.map((row) => row.id);
  await tx.sql(supplierOrdersPaid, [inTime]);
  await paidTwice(
    tx,
    orderIds.filter((id) => !inTime.includes(id)),
  );
  const again = await paidLate(tx, orderIds);
  const ids = [...inTime, ...again];
  if (ids.length === 0) return [];
  await reportSold(tx, ids);
  for (const orderId of ids) tx.emit('orderPaid', { orderId });
  return ids;
}

async function paidTwice(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  const twice = (await tx.sql(paidByTransferAmong, [orderIds])).map((row) => row.id);
  const owed = await refunds.owePaymentsBack(tx, twice);
  for (const orderId of owed) tx.emit('orderPaidLate', { orderId, end: 'paidTwice' });
}

/** @returns the orders that stand again */
async function paidLate(tx: Tx, orderIds: readonly string[]): Promise<string[]> {
  const late = (await tx.sql(cancelledAmong, [orderIds])).map((row) => row.id);
  if (late.length === 0) return [];
  const again = await openAgain(tx, late);
  for (const orderId of again) tx.emit('orderPaidLate', { orderId, end: 'openedAgain' });
  const over = late.filter((id) => !again.includes(id));
  const owed = await refunds.owePaymentsBack(tx, over);
  for (const orderId of owed) tx.emit('orderPaidLate', { orderId, end: 'paidTooLate' });
  return again;
}
