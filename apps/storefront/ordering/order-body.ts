import { cleanVia } from '../channel/via';
import type { CheckedItem, ServerCart } from './cart';
import { deliveryOf, fetchedBy, type DeliveryDraft } from './delivery';
import type { Point } from './pickup-choice';
import type { OrderBody } from './use-place-order';

/** What is asked of each seller, by its id. */
export type Remarks = Readonly<Record<string, string>>;

/**
 * What was shown goes along: the server charges that, or says that it is another sum. Of a price that moved since the thing was put
 * into the cart it is the one of then: the server says both, and the buyer which.
 */
export function bodyOf(
  items: readonly CheckedItem[],
  { draft, point, remarks = {} }: { draft: DeliveryDraft; point: Point | null; remarks?: Remarks },
  view: Pick<ServerCart, 'amount' | 'couponsUsed'> | null,
): OrderBody {
  const asked = [...new Set(items.map(({ supplier }) => supplier.id))].flatMap((supplierId) => {
    const words = remarks[supplierId]?.trim() ?? '';
    return words === '' ? [] : [{ supplierId, words }];
  });
  return {
    ...(asked.length > 0 && { remarks: asked }),
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
