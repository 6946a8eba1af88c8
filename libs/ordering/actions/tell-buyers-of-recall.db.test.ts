import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '@xihuo/testing';
import { lots } from '@xihuo/trace';
import { tellBuyersOfRecall } from './tell-buyers-of-recall';
import { viewRecalledParcels } from './view-recalled-parcels';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());

test('whoever received goods of a recalled lot is told once, guests by the phone of the parcel', async () => {
  const scale = shop.scale();
  const offer = await shop.offer();
  const [bad, good] = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const orders = [await shop.paidOrder({ offer }), await shop.paidOrder({ offer }), await shop.paidOrder({ offer })];
  await shop.ship(orders[0]!, new Map([[offer.productId, bad]]));
  await shop.ship(orders[1]!, new Map([[offer.productId, bad]]));
  await shop.ship(orders[2]!, new Map([[offer.productId, good]]));
  const person = randomUUID();
  await shop.rows('update ordering.customer_order set person_id = $2 where id = $1', [orders[0]!.id, person]);
  const wanted = { id: randomUUID(), lotIds: [bad], class: 1 as const, reason: '农残超标', notice: '请停止食用。' };
  const { id } = await scale.asClerk(offer.supplierId, (tx) => lots.recall(tx, scale.kit, wanted));

  const tell = () => shop.does((tx) => tellBuyersOfRecall(tx, scale.kit, id));
  expect(await tell()).toBe(2);
  await tell();
  expect(
    await shop.count(`select count(*) from platform.outgoing_message where key like 'recall:' || $1 || '%'`, [id]),
  ).toBe(2);
  expect(await shop.count('select count(*) from platform.notice where person_id = $1', [person])).toBe(1);
});

test('a recall names the parcels of its own supplier, page by page, and no others', async () => {
  const scale = shop.scale();
  const offer = await shop.offer();
  const [bad, good] = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const orders = [await shop.paidOrder({ offer }), await shop.paidOrder({ offer }), await shop.paidOrder({ offer })];
  await shop.ship(orders[0]!, new Map([[offer.productId, bad]]));
  await shop.ship(orders[1]!, new Map([[offer.productId, good]]));
  await shop.ship(orders[2]!, new Map([[offer.productId, bad]]));
  const wanted = { id: randomUUID(), lotIds: [bad], class: 1 as const, reason: '农残超标', notice: '请停止食用。' };
  const { id } = await scale.asClerk(offer.supplierId, (tx) => lots.recall(tx, scale.kit, wanted));
  const parcels = (supplierId: string, query: { limit: number; cursor?: string }) =>
    viewRecalledParcels(shop.database, [supplierId], { params: { id }, query });

  const first = await parcels(offer.supplierId, { limit: 1 });
  const rest = await parcels(offer.supplierId, { limit: 10, cursor: first.nextCursor! });
  const found = [...first.data, ...rest.data];
  expect(found.map((parcel) => parcel.supplierOrderId).sort()).toEqual(
    [orders[0]!, orders[2]!].map((order) => order.supplierOrders[0]!.id).sort(),
  );
  expect(found.every(({ packs, lots: held }) => packs === held.reduce((all, lot) => all + lot.packs, 0))).toBe(true);
  await expect(parcels(await shop.supplier(), { limit: 10 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
