import { eventsOf } from './order-events';

const part = (id: string, name: string, ...shipped: string[]) => ({
  ...{ id, supplier: { name } },
  parcels: shipped.map((shippedAt) => ({ shippedAt })),
});

test('what happened stands in its order, whichever part it is of', () => {
  const events = eventsOf({
    placedAt: '2026-03-01T00:00:00Z',
    supplierOrders: [
      part('a', '甲', '2026-03-02T00:00:00Z', '2026-03-05T00:00:00Z'),
      part('b', '乙', '2026-03-03T00:00:00Z'),
    ],
    follow: {
      paidAt: '2026-03-01T00:05:00Z',
      parts: [
        { supplierOrderId: 'a', receivedAt: null, releasedAt: null },
        { supplierOrderId: 'b', receivedAt: '2026-03-04T00:00:00Z', releasedAt: '2026-03-11T00:00:00Z' },
      ],
    },
  });
  expect(events.map(({ kind, supplier }) => [kind, supplier])).toEqual([
    ['placed', null],
    ['paid', null],
    ['shipped', '甲'],
    ['shipped', '乙'],
    ['received', '乙'],
    ['shipped', '甲'],
    ['released', '乙'],
  ]);
});

test('what has not happened is not told', () => {
  const order = { placedAt: '2026-03-01T00:00:00Z', supplierOrders: [part('a', '甲')] };
  const follow = { paidAt: null, parts: [{ supplierOrderId: 'a', receivedAt: null, releasedAt: null }] };
  expect(eventsOf({ ...order, follow }).map(({ kind }) => kind)).toEqual(['placed']);
});
