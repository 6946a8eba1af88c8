import { money } from '@xihuo/kernel';
import { newId } from '@xihuo/platform';
import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { endUnpaidPacks } from './end-unpaid-packs';
import { endHold, holdLines } from './hold-lines';

let shop: Shop;
let offer: Offer;

beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 1_000n, stock: 100 });
});
afterAll(() => shop?.close());
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

/** What a dispute about a part that has not left gave back of its line. */
async function awarded(order: PlacedOrder, fen: bigint): Promise<void> {
  const [part] = order.supplierOrders;
  const lineId = part!.lines[0]!.id;
  const source = { sourceKind: 'dispute', sourceId: newId() };
  await shop.does(async (tx) => {
    const lines = [{ lineId, fen: money.fromWire(part!.amount) }];
    await holdLines(tx, { supplierOrderId: part!.id, ...source, lines, unshipped: true });
    await endHold(tx, { ...source, refunds: [{ lineId, fen: money.fen(fen) }] });
  });
  // Told twice, it is done once.
  for (let time = 0; time < 2; time += 1) await shop.does((tx) => endUnpaidPacks(tx, [part!.id, part!.id]));
}
const stands = async (order: PlacedOrder) =>
  shop.rows(
    `select part.state, stock.reserved, (select count(*)::integer from ordering.after_sale where order_id = part.order_id) as cases
       from ordering.supplier_order part, ordering.stock where part.order_id = $1 and stock.sku_id = $2`,
    [order.id, offer.skuId],
  );

test('what a dispute paid back whole is not sent any more: the part is over, and its packs are free', async () => {
  const order = await shop.paidOrder({ offer, quantity: 3 });
  await awarded(order, 3_000n);
  expect(await stands(order)).toEqual([{ state: 'cancelled', reserved: 0, cases: 1 }]);
});

test('what is paid for in part is sent', async () => {
  const order = await shop.paidOrder({ offer, quantity: 3 });
  await awarded(order, 2_999n);
  expect(await stands(order)).toEqual([{ state: 'toShip', reserved: 3, cases: 0 }]);
});
