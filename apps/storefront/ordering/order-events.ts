import type { Order } from './use-order';

export interface OrderEvent {
  kind: 'placed' | 'paid' | 'shipped' | 'received' | 'released';
  at: string;
  /** Whose part it is of; null of the whole order. */
  supplier: string | null;
}

type Told = Pick<Order, 'placedAt'> & {
  follow: {
    paidAt: string | null;
    parts: readonly Pick<Order['follow']['parts'][number], 'supplierOrderId' | 'receivedAt' | 'releasedAt'>[];
  };
  supplierOrders: readonly { id: string; supplier: { name: string }; parcels: readonly { shippedAt: string }[] }[];
};

/** What happened to an order, the first first; of parts, whose. */
export function eventsOf(order: Told): OrderEvent[] {
  const names = new Map(order.supplierOrders.map(({ id, supplier }) => [id, supplier.name]));
  const event = (kind: OrderEvent['kind'], at: string | null, supplier: string | null = null): OrderEvent[] =>
    at === null ? [] : [{ kind, at, supplier }];
  const all = [
    ...event('placed', order.placedAt),
    ...event('paid', order.follow.paidAt),
    ...order.supplierOrders.flatMap(({ supplier, parcels }) =>
      parcels.flatMap(({ shippedAt }) => event('shipped', shippedAt, supplier.name)),
    ),
    ...order.follow.parts.flatMap(({ supplierOrderId, receivedAt, releasedAt }) => {
      const name = names.get(supplierOrderId) ?? null;
      return [...event('received', receivedAt, name), ...event('released', releasedAt, name)];
    }),
  ];
  return all.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
