import type { CartItem } from './cart';
import type { ListedOrder } from './use-order';

/** The goods of an order as things of a cart, at the price that was paid: the server says where it is another one now. */
export function againFrom({ supplierOrders }: Pick<ListedOrder, 'supplierOrders'>): CartItem[] {
  return supplierOrders.flatMap(({ supplier, lines }) =>
    lines.map((line) => ({
      ...{ skuId: line.skuId, slug: line.productSlug, category: line.look?.category ?? '', pack: line.pack },
      photo: line.look?.photo ?? null,
      name: { zh: line.productName, en: line.productName },
      ...{ supplier, seenPrice: line.unitPrice, quantity: line.quantity, selected: true },
    })),
  );
}
