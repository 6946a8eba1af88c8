import { randomUUID } from 'node:crypto';
import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { WAREHOUSE } from '../../rules/stock-state';
import { finishCancelling, startCancelling } from '../cancel-order';
import { shipSupplierOrder } from '../ship-supplier-order';
import { countStock } from './count-stock';
import { moveStock } from './move-stock';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
  await shop.close();
});

/** What lies and is held in each place, in the order in which delivery takes it. */
const placesOf = ({ skuId }: Offer) =>
  shop.rows<{ place_id: string; on_hand: number; reserved: number }>(
    'select place_id, on_hand, reserved from ordering.stock where sku_id = $1 order by place_id',
    [skuId],
  );
const heldOf = async (offer: Offer) => (await placesOf(offer)).map((row) => row.reserved);

/** An offer that lies in its warehouse and in as many points as there are numbers, in the order of the points' ids. */
async function spread(warehouse: number, ...points: number[]): Promise<{ offer: Offer; slugs: string[] }> {
  const offer = await shop.offer({ stock: warehouse, grams: 1_000n });
  const stalls = await Promise.all(points.map(() => shop.stall(offer.skuId)));
  stalls.sort((one, other) => (one.id < other.id ? -1 : 1));
  await shop.does((tx) =>
    countStock(
      tx,
      points.map((onHand, at) => ({ skuId: offer.skuId, placeId: stalls[at]!.id, onHand })),
    ),
  );
  return { offer, slugs: stalls.map(({ slug }) => slug) };
}

const ordered = (offer: Offer, quantity: number, pickup?: string): Promise<PlacedOrder> =>
  shop.place({ ...shop.bodyOf({ offer, quantity }), ...(pickup === undefined ? {} : { pickup }) });

test('what is sent is served by the warehouse, then by the other places in order; a place more than all is refused', async () => {
  const { offer } = await spread(3, 2, 2);
  await ordered(offer, 2);
  expect(await heldOf(offer)).toEqual([2, 0, 0]);
  await ordered(offer, 4);
  expect(await heldOf(offer)).toEqual([3, 2, 1]);
  await expect(ordered(offer, 2)).rejects.toMatchObject({ code: 'OUT_OF_STOCK' });
  await ordered(offer, 1);
  expect(await heldOf(offer)).toEqual([3, 2, 2]);
});

test('what is picked up is served by its point first, and what it lacks there as if it were sent', async () => {
  const { offer, slugs } = await spread(1, 2, 3);
  await ordered(offer, 1, slugs[1]);
  expect(await heldOf(offer)).toEqual([0, 0, 1]);
  await ordered(offer, 4, slugs[1]);
  expect(await heldOf(offer)).toEqual([1, 1, 3]);
  const bare = await shop.stall(offer.skuId);
  await ordered(offer, 1, bare.slug);
  expect(await heldOf(offer)).toEqual([1, 2, 3]);
});

test('an order that ends unpaid gives back to each place what it held there, once', async () => {
  const { offer } = await spread(1, 2);
  const order = await ordered(offer, 3);
  expect(await heldOf(offer)).toEqual([1, 2]);
  await shop.does((tx) => startCancelling(tx, order.id));
  await shop.does((tx) => finishCancelling(tx, order.id));
  await shop.does((tx) => finishCancelling(tx, order.id));
  expect(await heldOf(offer)).toEqual([0, 0]);
  expect(
    await shop.count(`select count(*) from ordering.stock_movement where order_id = $1 and kind = 'release'`, [
      order.id,
    ]),
  ).toBe(2);
});

test('what leaves is confirmed in the places it was reserved in, parcel by parcel, the warehouse first', async () => {
  const { offer } = await spread(2, 3);
  const order = await ordered(offer, 4);
  await shop.pay(order);
  const lotId = await shop.lot(offer, 100_000n);
  const [part] = order.supplierOrders;
  const send = (packs: number) => {
    const picks = [{ lineId: part!.lines[0]!.id, lotId, packs }];
    const input = { carrier: '示例快递', trackingNumber: 'SL1', picks, partial: true };
    return shop.does((tx) => shipSupplierOrder(tx, part!.id, [part!.supplier.id], input, 'test'));
  };
  await send(1);
  expect(await placesOf(offer)).toMatchObject([
    { place_id: WAREHOUSE, on_hand: 1, reserved: 1 },
    { on_hand: 3, reserved: 2 },
  ]);
  await send(3);
  expect(await placesOf(offer)).toMatchObject([
    { on_hand: 0, reserved: 0 },
    { on_hand: 1, reserved: 0 },
  ]);
});

test('rushes over several places, with goods moved between them meanwhile, sell exactly what there is', async () => {
  const { offer, slugs } = await spread(17, 6, 9);
  const quantities = Array.from({ length: 40 }, (_, at) => 1 + (at % 3));
  const orders = quantities.map((quantity, at) =>
    (at % 2 ? shop.placeElsewhere : shop.place)({
      ...shop.bodyOf({ offer, quantity }),
      ...(at % 4 === 0 ? {} : at % 4 === 1 ? { pickup: slugs[0] } : at % 4 === 2 ? { pickup: slugs[1] } : {}),
      id: randomUUID(),
    }).then(
      () => quantity,
      (error: { code?: string }) => error.code,
    ),
  );
  const moves = Array.from({ length: 12 }, (_, at) => {
    const ends = [{ to: slugs[0] }, { from: slugs[0], to: slugs[1] }, { from: slugs[1] }][at % 3]!;
    return shop
      .does((tx) => moveStock(tx, { ...offer, ...ends, packs: 1 + (at % 2) }))
      .then(
        () => 'moved',
        (error: { code?: string }) => error.code,
      );
  });
  const outcomes = await Promise.all(orders);
  expect([...new Set(await Promise.all(moves))].filter((one) => one !== 'moved' && one !== 'STOCK_NOT_FREE')).toEqual(
    [],
  );
  expect([...new Set(outcomes)].filter((one) => typeof one !== 'number' && one !== 'OUT_OF_STOCK')).toEqual([]);
  const sold = outcomes.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
  const left = async () =>
    (await placesOf(offer)).reduce((sum, row) => ({ on: sum.on + row.on_hand, held: sum.held + row.reserved }), {
      on: 0,
      held: 0,
    });
  expect(await left()).toEqual({ on: 32, held: sold });
  // The last ones one by one: nothing is left over, whichever place it lies in.
  for (let free = 32 - sold; free > 0; free -= 1) await ordered(offer, 1);
  await expect(ordered(offer, 1)).rejects.toMatchObject({ code: 'OUT_OF_STOCK' });
  expect(await left()).toEqual({ on: 32, held: 32 });
});
