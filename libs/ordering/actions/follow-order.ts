import type { ResponseOf } from '@xihuo/contract';
import type { Statement } from '@xihuo/platform';
import { mayFollow, receiveBy, shipBy } from '../rules/follow';
import { followedParts, promotionsOfOrder } from '../store/follow.sql';
import { wire } from '../store/order-view';

export type FollowView = ResponseOf<'GET /orders/{id}'>['follow'];

/** When what happened to an order that somebody was let to, what took something off, and what may be done about time. */
export async function followOrder(
  read: <Row>(wanted: Statement<Row>, values: unknown[]) => Promise<Row[]>,
  orderId: string,
): Promise<FollowView> {
  const parts = await read(followedParts, [orderId]);
  const promotions = await read(promotionsOfOrder, [orderId]);
  const text = (moment: Date | null | undefined) => moment?.toISOString() ?? null;
  return {
    paidAt: text(parts[0]?.paid_at),
    promotions: promotions.map(({ id, kind, name_zh: zh, name_en: en, fen }) => ({
      ...{ id, kind, name: { zh: zh ?? '', en: en ?? '' }, amount: wire(fen) },
    })),
    parts: parts.map((part) => {
      const terms = {
        shipWithinHours: part.ship_within_hours,
        autoReceiptDays: part.receipt_days,
        autoReceiptAfterDeliveryHours: part.receipt_after_delivery_hours,
      };
      return {
        supplierOrderId: part.id,
        shipBy: text(shipBy(part, terms)),
        receivedAt: text(part.received_at),
        releasedAt: text(part.released_at),
        receiveBy: text(receiveBy(part, terms)),
        remindedAt: text(part.reminded_at),
        may: mayFollow(part, part.now),
        remark: part.remark,
      };
    }),
  };
}
