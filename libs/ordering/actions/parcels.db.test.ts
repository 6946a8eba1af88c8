import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { receiveOverdueParts } from './receive-overdue';
import { shipSupplierOrder } from './ship-supplier-order';
import { viewOrder } from './view-order';
import { claimLines } from '../store/after-sale.sql';

/** A supplier's part in more than one parcel. */

let shop: Shop;
let offer: Offer;
let lotId: string;

beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ stock: 1_000, grams: 500n });
  lotId = await shop.lot(offer, 1_000_000n);
});
afterAll(() => shop.close());
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

const part = (order: PlacedOrder) => order.supplierOrders[0]!;
const view = async (order: PlacedOrder) =>
  (await viewOrder(shop.database, order.id, { personId: null, token: order.token })).supplierOrders[0]!;

function send(order: PlacedOrder, packs: number, partial?: boolean, trackingNumber = 'SL1'): Promise<void> {
  const { id, supplier, lines } = part(order);
  const picks = [{ lineId: lines[0]!.id, lotId, packs }];
  const input = { carrier: '示例快递', trackingNumber, picks, ...(partial === undefined ? {} : { partial }) };
  return shop.does((tx) => shipSupplierOrder(tx, id, [supplier.id], input, 'test'));
}

const told = (name: string, order: PlacedOrder) =>
  shop.count(`select count(*) from platform.outbox_event where name = $1 and payload ->> 'orderId' = $2`, [
    name,
    order.id,
  ]);

test('five packs leave in two parcels, from one lot; the part is shipped with the second', async () => {
  const order = await shop.paidOrder({ offer, quantity: 5 });
  await send(order, 2, true, 'SL1');
  expect(await view(order)).toMatchObject({
    state: 'toShip',
    parcels: [{ trackingNumber: 'SL1', lots: [{ packs: 2 }] }],
    lines: [{ quantity: 5, shippedPacks: 2, cancelledPacks: 0 }],
  });
  expect([await told('parcelShipped', order), await told('supplierOrderShipped', order)]).toEqual([1, 0]);
  await send(order, 3, undefined, 'SL2');
  expect(await view(order)).toMatchObject({
    state: 'shipped',
    parcels: [
      { trackingNumber: 'SL1', lots: [{ packs: 2 }] },
      { trackingNumber: 'SL2', lots: [{ packs: 3 }] },
    ],
    lines: [{ shippedPacks: 5 }],
  });
  expect([await told('parcelShipped', order), await told('supplierOrderShipped', order)]).toEqual([2, 1]);
});

test('a parcel that leaves packs behind says so, or is a mistake; none holds more than is open', async () => {
  const order = await shop.paidOrder({ offer, quantity: 3 });
  const mistaken = { code: 'INVALID_INPUT', errors: [{ code: 'PACKS_DO_NOT_MATCH' }] };
  await expect(send(order, 2)).rejects.toMatchObject(mistaken);
  await expect(send(order, 4, true)).rejects.toMatchObject(mistaken);
  await send(order, 2, true);
  await expect(send(order, 2, true)).rejects.toMatchObject(mistaken);
  await send(order, 1);
  await expect(send(order, 1, true)).rejects.toMatchObject({ code: 'ORDER_STATE' });
});

test('two parcels of the last packs at once: one goes', async () => {
  const order = await shop.paidOrder({ offer, quantity: 3 });
  const letGo = await shop.hold(`select from ordering.supplier_order where id = '${part(order).id}' for update`);
  const ends = Promise.allSettled([send(order, 2, true), send(order, 2, true)]);
  await shop.untilWaiting(2);
  await letGo();
  expect((await ends).map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await view(order)).lines[0]).toMatchObject({ shippedPacks: 2 });
});

describe('a parcel nobody confirms', () => {
  afterEach(() => shop.setClock('0'));
  const stateAfter = async (order: PlacedOrder, time: string) => {
    await shop.setClock(time);
    await Promise.all([1, 2].map(() => shop.does(receiveOverdueParts)));
    return (await view(order)).state;
  };

  test('counts as received ten days after the last of it left, and its after-sale window begins then', async () => {
    const order = await shop.paidOrder({ offer, quantity: 2 });
    await send(order, 1, true);
    await shop.setClock('5 days');
    await send(order, 1);
    expect(await stateAfter(order, '14 days 23 hours')).toBe('shipped');
    expect(await stateAfter(order, '15 days 1 minute')).toBe('received');
    expect(await told('supplierOrderReceived', order)).toBe(1);
    const [row] = await shop.rows<{ days: string }>(
      `select extract(epoch from release_due - received_at) / 86400 as days from ordering.supplier_order where id = $1`,
      [part(order).id],
    );
    expect(Number(row!.days)).toBe(7);
  });

  test('three days after the carrier said that all of it was delivered, not when a part of it was', async () => {
    const order = await shop.paidOrder({ offer, quantity: 2 });
    await send(order, 1, true);
    await send(order, 1);
    const deliver = (which: string) =>
      shop.rows(
        `insert into ordering.parcel_news (shipment_id, kind, happened_at, delivered_at)
         select ${which}, 'delivered', platform.business_now(), platform.business_now()
           from (select id from ordering.shipment where supplier_order_id = $1 order by id) parcel`,
        [part(order).id],
      );
    const heard = async () =>
      (await shop.database.read(claimLines, [order.id, null])).map((line) => line.delivered_at?.getTime() ?? null);
    await deliver('(array_agg(id))[1]');
    expect(await heard()).toEqual([null]);
    expect(await stateAfter(order, '4 days')).toBe('shipped');
    await deliver('(array_agg(id))[2]');
    // From then on damage counts, whenever receipt is said.
    expect(await heard()).toEqual([expect.any(Number)]);
    expect(await stateAfter(order, '6 days 23 hours')).toBe('shipped');
    expect(await stateAfter(order, '7 days 1 minute')).toBe('received');
  });
});
