import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Notices, Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { REMIND_AGAIN_HOURS } from '../rules/follow';
import { ORDER_MESSAGES } from '../rules/order-messages';
import { followedParts, markReminded, putReceiptOff, type FollowedPart } from '../store/follow.sql';
import { followOrder, type FollowView } from './follow-order';
import { loadOrder, type OrderAccess } from './view-order';

/** A part of an order that its buyer waits for. @throws ProblemError NOT_FOUND, DUTY_MISSING */
async function waitedFor(tx: Tx, orderId: string, partId: string, access: OrderAccess): Promise<FollowedPart> {
  await loadOrder(tx, orderId, access, 'receive');
  const part = (await tx.sql(followedParts, [orderId])).find(({ id }) => id === partId);
  if (!part) throw fail('NOT_FOUND');
  return part;
}

const followed = (tx: Tx, orderId: string): Promise<FollowView> =>
  followOrder((wanted, values) => tx.sql(wanted, values), orderId);

/**
 * The buyer reminds the seller of a part that waits to be sent: once in 24 hours, so that a press is a wish and a hundred are not a flood.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, ORDER_STATE, RATE_LIMITED (extra: retryAfterSeconds)
 */
export async function remindSeller(
  tx: Tx,
  notices: Notices,
  orderId: string,
  partId: string,
  access: OrderAccess,
): Promise<FollowView> {
  const part = await waitedFor(tx, orderId, partId, access);
  if (part.state !== 'toShip') throw fail('ORDER_STATE', { detail: 'only a part that waits to be sent' });
  const since = time.addHours(tx.now, -REMIND_AGAIN_HOURS);
  const [reminded] = await tx.sql(markReminded, [partId, tx.now, since, orderId]);
  if (!reminded) {
    const again = time.addHours(part.reminded_at ?? tx.now, REMIND_AGAIN_HOURS);
    const retryAfterSeconds = Math.max(1, Math.ceil((again.getTime() - tx.now.getTime()) / 1_000));
    throw fail('RATE_LIMITED', { extra: { retryAfterSeconds } });
  }
  await notices.tellAll(tx, reminded.sellers, {
    key: `order.reminded:${partId}:${tx.now.getTime()}`,
    about: `part:${partId}`,
    ...ORDER_MESSAGES.reminded(reminded.order_number),
  });
  tx.audit({ action: 'supplierOrder.remind', subjectKind: 'supplierOrder', subjectId: partId });
  return followed(tx, orderId);
}

/**
 * The buyer of a part on its way asks for more time before it counts as received: once, by the days of the dated setting. The after-sale
 * window begins with the receipt, so nothing of it is lost or won.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, ORDER_STATE
 */
export async function extendReceipt(tx: Tx, orderId: string, partId: string, access: OrderAccess): Promise<FollowView> {
  await waitedFor(tx, orderId, partId, access);
  const days = await policyOn(tx, 'fulfilment.extendReceiptDays', time.businessDate(tx.now));
  must(typeof days === 'number', 'days are a number');
  const [off] = await tx.sql(putReceiptOff, [partId, orderId, days]);
  if (!off) throw fail('ORDER_STATE', { detail: 'only a part on its way, and only once' });
  tx.audit({ action: 'supplierOrder.putReceiptOff', subjectKind: 'supplierOrder', subjectId: partId, after: { days } });
  return followed(tx, orderId);
}
