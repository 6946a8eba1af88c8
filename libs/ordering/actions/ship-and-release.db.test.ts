import type { Offer, PlacedOrder, Shop } from '@xihuo/testing';
import { asTest, holding, openShop } from '@xihuo/testing';
import { confirmReceipt } from './confirm-receipt';
import { releaseDue } from './release-due';
import { shipOrReport, shipSupplierOrder } from './ship-supplier-order';
import { viewOrder } from './view-order';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));
beforeEach(() => shop.setClock('0'));

const access = (order: PlacedOrder) => ({ personId: null, token: order.token });
const view = (order: PlacedOrder) => viewOrder(shop.database, order.id, access(order));

/** Ships the only part of an order with these picks of (line, lot, packs). */
function ship(
  order: PlacedOrder,
  picks: { line?: number; lotId: string; packs: number }[],
  supplierIds?: string[],
): Promise<void> {
  const [part] = order.supplierOrders;
  const input = {
    carrier: '示例快递',
    trackingNumber: 'SL1',
    picks: picks.map(({ line = 0, lotId, packs }) => ({ lineId: part!.lines[line]!.id, lotId, packs })),
  };
  return shop.does((tx) => shipSupplierOrder(tx, part!.id, supplierIds ?? [part!.supplier.id], input, 'test'));
}

async function lotOf(lotId: string) {
  const [row] = await shop.rows<{ shipped: string; moved: string | null }>(
    `select shipped_grams as shipped, (select sum(grams) from trace.movement where lot_id = lot.id) as moved from trace.lot where id = $1`,
    [lotId],
  );
  return row;
}

const stateOf = async (order: PlacedOrder) => (await view(order)).supplierOrders[0]!.state;

async function receivedOrder(...offers: Offer[]): Promise<PlacedOrder> {
  const order = await shop.paidOrder(...offers.map((offer) => ({ offer })));
  const lots = new Map(
    await Promise.all(offers.map(async (offer) => [offer.productId, await shop.lot(offer, 10_000n)] as const)),
  );
  await shop.ship(order, lots);
  await shop.receive(order);
  return order;
}

test('a shipment takes its grams out of the named lots and its packs off the shelf', async () => {
  const offer = await shop.offer({ grams: 500n, stock: 10 });
  const [one, two] = [await shop.lot(offer, 1_000n), await shop.lot(offer, 5_000n)];
  const order = await shop.paidOrder({ offer, quantity: 3 });
  await ship(order, [
    { lotId: one, packs: 2 },
    { lotId: two, packs: 1 },
  ]);
  expect([await lotOf(one), await lotOf(two)]).toEqual([
    { shipped: '1000', moved: '1000' },
    { shipped: '500', moved: '500' },
  ]);
  expect(await shop.rows('select on_hand, reserved from ordering.stock where sku_id = $1', [offer.skuId])).toEqual([
    { on_hand: 7, reserved: 0 },
  ]);
  const [part] = (await view(order)).supplierOrders;
  expect(part).toMatchObject({
    state: 'shipped',
    parcels: [{ carrier: '示例快递', lots: [{ packs: expect.any(Number) }, { packs: expect.any(Number) }] }],
  });
});

test('more than a lot received does not leave it, and the refusal leaves no trace', async () => {
  const offer = await shop.offer({ grams: 500n });
  const lotId = await shop.lot(offer, 1_999n);
  const [first, second] = [await shop.paidOrder({ offer, quantity: 3 }), await shop.paidOrder({ offer })];
  await ship(first, [{ lotId, packs: 3 }]);
  await expect(ship(second, [{ lotId, packs: 1 }])).rejects.toMatchObject({ code: 'LOT_MASS_BALANCE' });
  expect(await stateOf(second)).toBe('toShip');
  expect(await lotOf(lotId)).toEqual({ shipped: '1500', moved: '1500' });
  expect(await shop.count('select reserved from ordering.stock where sku_id = $1', [offer.skuId])).toBe(1);
  await ship(second, [{ lotId: await shop.lot(offer, 500n), packs: 1 }]);
  expect(await stateOf(second)).toBe('shipped');
});

test('two shipments of the last kilogram at once: one goes', async () => {
  const offer = await shop.offer({ grams: 1_000n });
  const lotId = await shop.lot(offer, 1_000n);
  const orders = await Promise.all([shop.paidOrder({ offer }), shop.paidOrder({ offer })]);
  const letGo = await shop.hold(`select from trace.lot where id = '${lotId}' for update`);
  const ends = Promise.allSettled(orders.map((order) => ship(order, [{ lotId, packs: 1 }])));
  await shop.untilWaiting(2);
  await letGo();
  expect(
    (await ends).map((end) => (end.status === 'fulfilled' ? 'shipped' : (end.reason as { code: string }).code)).sort(),
  ).toEqual(['LOT_MASS_BALANCE', 'shipped']);
  expect(await lotOf(lotId)).toEqual({ shipped: '1000', moved: '1000' });
});

test('the same order shipped twice at once is shipped once', async () => {
  const offer = await shop.offer({ stock: 10 });
  const lotId = await shop.lot(offer, 10_000n);
  const order = await shop.paidOrder({ offer, quantity: 2 });
  const ends = await Promise.allSettled(Array.from({ length: 5 }, () => ship(order, [{ lotId, packs: 2 }])));
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
  expect(await lotOf(lotId)).toEqual({ shipped: '1000', moved: '1000' });
  expect(await shop.rows('select on_hand, reserved from ordering.stock where sku_id = $1', [offer.skuId])).toEqual([
    { on_hand: 8, reserved: 0 },
  ]);
});

describe('what cannot be shipped', () => {
  let offer: Offer;
  let order: PlacedOrder;
  let lotId: string;
  beforeAll(async () => {
    offer = await shop.offer();
    lotId = await shop.lot(offer, 10_000n);
    order = await shop.paidOrder({ offer, quantity: 2 });
  });
  afterEach(async () => expect(await lotOf(lotId)).toEqual({ shipped: '0', moved: null }));

  test('from a lot of another product', async () => {
    const wrong = await shop.lot(await shop.offer({ supplierId: offer.supplierId }), 10_000n);
    await expect(ship(order, [{ lotId: wrong, packs: 2 }])).rejects.toMatchObject({ code: 'LOT_NOT_FOR_PRODUCT' });
    await expect(
      ship(order, [
        { lotId, packs: 1 },
        { lotId: wrong, packs: 1 },
      ]),
    ).rejects.toMatchObject({ code: 'LOT_NOT_FOR_PRODUCT' });
  });

  test("from one product's lot under the name of another", async () => {
    const other = await shop.offer({ supplierId: offer.supplierId });
    const both = await shop.paidOrder({ offer }, { offer: other, quantity: 50 });
    const line = (skuId: string) => both.supplierOrders[0]!.lines.findIndex((one) => one.skuId === skuId);
    await expect(
      ship(both, [
        { line: line(offer.skuId), lotId, packs: 1 },
        { line: line(other.skuId), lotId, packs: 50 },
      ]),
    ).rejects.toMatchObject({ code: 'LOT_NOT_FOR_PRODUCT' });
  });

  test('from a lot of another supplier, though of the same product', async () => {
    const [{ id }] = (await shop.rows<{ id: string }>('select id from trace.lot where id = $1', [
      await shop.lot({ ...offer, supplierId: await shop.supplier() }, 10_000n),
    ])) as [{ id: string }];
    await expect(ship(order, [{ lotId: id, packs: 2 }])).rejects.toMatchObject({ code: 'LOT_NOT_FOR_PRODUCT' });
  });

  test.each([1, 3])('%s packs of two', async (packs) => {
    await expect(ship(order, [{ lotId, packs }])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      errors: [{ code: 'PACKS_DO_NOT_MATCH' }],
    });
  });

  test('by another supplier', async () => {
    await expect(ship(order, [{ lotId, packs: 2 }], [await shop.supplier()])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('before it is paid', async () => {
    const unpaid = await shop.placedOrder({ offer });
    await expect(ship(unpaid, [{ lotId, packs: 1 }])).rejects.toMatchObject({ code: 'ORDER_STATE' });
  });
});

test('one line from one lot named twice counts as one movement', async () => {
  const offer = await shop.offer({ grams: 500n });
  const lotId = await shop.lot(offer, 1_000n);
  const order = await shop.paidOrder({ offer, quantity: 2 });
  await ship(order, [
    { lotId, packs: 1 },
    { lotId, packs: 1 },
  ]);
  expect(await lotOf(lotId)).toEqual({ shipped: '1000', moved: '1000' });
});

test("a receipt is the buyer's, of what was shipped, once", async () => {
  const [offer, stranger] = [await shop.offer(), await shop.placedOrder({ offer: await shop.offer() })];
  const order = await shop.paidOrder({ offer });
  const receive = (id: string, by: PlacedOrder) => shop.does((tx) => confirmReceipt(tx, order.id, id, access(by)));
  const partId = order.supplierOrders[0]!.id;
  await expect(receive(partId, order)).rejects.toMatchObject({ code: 'ORDER_STATE' });
  await shop.ship(order, new Map([[offer.productId, await shop.lot(offer, 500n)]]));
  await expect(receive(partId, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(receive(stranger.supplierOrders[0]!.id, order)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await receive(partId, order);
  const window = 'select release_due from ordering.supplier_order where id = $1';
  const [first] = await shop.rows<{ release_due: Date }>(window, [partId]);
  // Said again, as after an answer that was lost, it is the same receipt: its window does not begin anew.
  await shop.setClock('1 hour');
  await receive(partId, order);
  expect(await shop.rows(window, [partId])).toEqual([first]);
});

test('released seven days after receipt by the business clock, not a minute earlier; fresh goods after two', async () => {
  const slow = await receivedOrder(await shop.offer());
  const fresh = await receivedOrder(await shop.offer({ perishable: true }));
  const supplierId = slow.supplierOrders[0]!.supplier.id;
  const mixed = await receivedOrder(
    await shop.offer({ supplierId }),
    await shop.offer({ supplierId, perishable: true }),
  );
  const states = async () => Promise.all([fresh, slow, mixed].map(stateOf));

  await shop.setClock('47 hours 59 minutes');
  await shop.does(releaseDue);
  expect(await states()).toEqual(['received', 'received', 'received']);
  await shop.setClock('48 hours 1 minute');
  await shop.does(releaseDue);
  expect(await states()).toEqual(['released', 'received', 'received']);
  await shop.setClock('167 hours 59 minutes');
  await shop.does(releaseDue);
  expect(await states()).toEqual(['released', 'received', 'received']);
  await shop.setClock('7 days 1 minute');
  await shop.does(releaseDue);
  expect(await states()).toEqual(['released', 'released', 'released']);
});

test('many workers release each part once', async () => {
  const orders = await Promise.all(Array.from({ length: 6 }, async () => receivedOrder(await shop.offer())));
  await shop.setClock('8 days');
  const counts = await Promise.all(Array.from({ length: 4 }, () => shop.does(releaseDue)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(orders.length);
  expect(
    await shop.count(
      `select count(*) from platform.outbox_event where name = 'supplierOrderReleased' and payload ->> 'orderId' = any ($1)`,
      [orders.map((order) => order.id)],
    ),
  ).toBe(orders.length);
});

test('what was to leave beyond a lot is reported to admission in grams, once for an order, and nothing left', async () => {
  const offer = await shop.offer({ grams: 500n });
  const lotId = await shop.lot(offer, 600n);
  const order = await shop.paidOrder({ offer, quantity: 2 });
  const [part] = order.supplierOrders;
  const input = (lot: string) => ({
    ...{ carrier: '示例快递', trackingNumber: 'SL1' },
    picks: [{ lineId: part!.lines[0]!.id, lotId: lot, packs: 2 }],
  });
  const of = { id: part!.id, supplierIds: [offer.supplierId], shippedBy: 'test' };
  const send = (lot: string) => shipOrReport(shop.database, { name: 'test', ...asTest }, of, input(lot));
  await expect(send(lotId)).rejects.toMatchObject({ code: 'LOT_MASS_BALANCE' });
  await expect(send(lotId)).rejects.toMatchObject({ code: 'LOT_MASS_BALANCE' });
  const signals = await shop.rows(`select kind, amount, source from admission.signal where supplier_id = $1`, [
    offer.supplierId,
  ]);
  expect(signals).toEqual([{ kind: 'massBalance', amount: '400', source: `shipment:${part!.id}` }]);
  expect([await lotOf(lotId), await stateOf(order)]).toEqual([{ shipped: '0', moved: null }, 'toShip']);
  await send(await shop.lot(offer, 1_000n));
  expect(await stateOf(order)).toBe('shipped');
});
