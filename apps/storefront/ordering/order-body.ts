import { cleanVia } from '../channel/via';
import type { CheckedItem, ServerCart } from './cart';
import { deliveryOf, fetchedBy, type DeliveryDraft } from './delivery';
import type { Point } from './pickup-choice';
import type { OrderBody } from './use-place-order';

/**
 * What was shown goes along: the server charges that, or says that it is another sum. Of a price that moved since the thing was put
 * into the cart it is the one of then: the server says both, and the buyer which.
 */
export function bodyOf(
  items: readonly CheckedItem[],
  { draft, point }: { draft: DeliveryDraft; point: Point | null },
  view: Pick<ServerCart, 'amount' | 'couponsUsed'> | null,
): OrderBody {
  return {
    ...(view && { total: view.amount, coupons: view.couponsUsed }),
    lines: items.map(({ skuId, quantity, state, price, seenPrice, via }) => {
      const kept = cleanVia(via);
      const unitPrice = state === 'priceChanged' ? seenPrice : price;
      return { skuId, quantity, unitPrice, ...(kept && { via: kept }) };
    }),
    delivery: point ? fetchedBy(draft, point) : deliveryOf(draft),
    ...(point && { pickup: point.slug }),
  };
}
