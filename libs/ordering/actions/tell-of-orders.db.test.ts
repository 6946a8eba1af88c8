import { randomUUID } from 'node:crypto';
import { Notices, Vault } from '@xihuo/platform';
import { holding, openShop, testMasterKey, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { tellOfOrders, tellOfParcels, tellOfReceipts, tellSellersToShip, type OrderNews } from './tell-of-orders';

const vault = new Vault(testMasterKey);
const tools = { vault, notices: new Notices(vault), log: { error: jest.fn() } };
let shop: Shop;
let offer: Offer;
let other: Offer;
let lots: Map<string, string>;

beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 1_001n, stock: 1_000, grams: 500n });
  other = await shop.offer({ priceFen: 200n, stock: 1_000, grams: 500n });
  lots = new Map([
    [offer.productId, await shop.lot(offer, 500_000n)],
    [other.productId, await shop.lot(other, 500_000n)],
  ]);
});
afterAll(() => holding.closeSound(shop));

async function somebody(role?: string, organisationId?: string): Promise<string> {
  const id = randomUUID();
  await shop.rows(`insert into identity.person (id, display_name) values ($1, '示例某人')`, [id]);
  if (role)
    await shop.rows(
      `insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
       values ($1, $2, $3, now(), 'test')`,
      [id, role, organisationId],
    );
  return id;
}

/** As if somebody with an account had ordered. */
async function bought(personId: string, ...wanted: Offer[]): Promise<PlacedOrder> {
  const order = await shop.paidOrder(...wanted.map((one) => ({ offer: one })));
  await shop.rows('update ordering.customer_order set person_id = $2 where id = $1', [order.id, personId]);
  return order;
}

const noticesOf = (personId: string) =>
  shop.rows<{ title_zh: string; body_zh: string; body_en: string }>(
    'select title_zh, body_zh, body_en from platform.notice where person_id = $1 order by id',
    [personId],
  );
const titlesOf = async (personId: string) => (await noticesOf(personId)).map((row) => row.title_zh);
const texts = () => shop.count(`select count(*) from platform.outgoing_message where channel = 'sms'`);
const tell = (news: OrderNews, ...orders: PlacedOrder[]) =>
  shop.does((tx) =>
    tellOfOrders(
      tx,
      tools,
      news,
      orders.map(({ id }) => id),
    ),
  );
const parcelsOf = async (order: PlacedOrder) =>
  (
    await shop.rows<{ id: string }>('select id from ordering.shipment where supplier_order_id = any ($1) order by id', [
      order.supplierOrders.map(({ id }) => id),
    ])
  ).map(({ id }) => id);

test('a buyer hears of payment, parcels and receipt once each, with number and sums and nothing of who or where', async () => {
  const buyer = await somebody();
  const order = await bought(buyer, offer);
  await tell('paid', order);
  await tell('paid', order);
  await shop.ship(order, lots);
  const parcels = await parcelsOf(order);
  for (const news of ['shipped', 'shipped', 'delivered', 'delivered'] as const)
    await shop.does((tx) => tellOfParcels(tx, tools, news, parcels));
  await shop.receive(order);
  await shop.does((tx) => tellOfReceipts(tx, tools, [order.supplierOrders[0]!.id], randomUUID()));
  expect(await titlesOf(buyer)).toEqual(['付款成功', '商品已发出', '包裹已签收', '已确认收货']);
  const said = JSON.stringify(await noticesOf(buyer));
  expect(said).toContain(order.number);
  expect(said).toContain('¥10.01');
  for (const personal of ['示例顾客', '10012345678', '示例路']) expect(said).not.toContain(personal);
});

test('a guest is texted what cannot be seen otherwise: what left, and money that went another way', async () => {
  const order = await shop.paidOrder({ offer });
  const before = await texts();
  await tell('paid', order);
  await tell('cancelled', order);
  expect(await texts()).toBe(before);
  await shop.ship(order, lots);
  const parcels = await parcelsOf(order);
  await shop.does((tx) => tellOfParcels(tx, tools, 'shipped', parcels));
  await shop.does((tx) => tellOfParcels(tx, tools, 'delivered', parcels));
  expect(await texts()).toBe(before + 1);
  await tell('paidTooLate', order);
  await tell('paidTooLate', order);
  expect(await texts()).toBe(before + 2);
});

test('of many orders at once each supplier hears once, of its own', async () => {
  const clerks = [await somebody('supplier', offer.supplierId), await somebody('supplier', other.supplierId)];
  const orders = [await shop.paidOrder({ offer }, { offer: other }), await shop.paidOrder({ offer, quantity: 4 })];
  const ids = orders.map(({ id }) => id);
  const key = randomUUID();
  for (let again = 0; again < 2; again += 1) await shop.does((tx) => tellSellersToShip(tx, tools, ids, key));
  const [first, second] = await Promise.all(clerks.map(noticesOf));
  expect(first!.map((row) => row.body_zh)).toEqual(['2 笔新订单，共 5 件，请在期限内发货。']);
  expect(second!.map((row) => row.body_zh)).toEqual([`订单 ${orders[0]!.number}，共 1 件，请在期限内发货。`]);
});

test('of what an organisation bought those hear who have the duty now, and nobody who has left', async () => {
  const at = await shop.buying.organisation({ payment: 'payFirst' });
  const member = async (...duties: ('order' | 'receive' | 'pay')[]) => {
    const id = await somebody('businessBuyer', at.id);
    await shop.buying.duties(at.id, id, { duties });
    return id;
  };
  const [asked, orders, receives, pays] = [
    await member('order'),
    await member('order'),
    await member('receive'),
    await member('pay'),
  ];
  const order = await bought(asked, offer);
  await shop.rows('update ordering.customer_order set organisation_id = $2 where id = $1', [order.id, at.id]);
  await shop.rows(
    `update identity.role_grant set ended_at = now(), ended_by = 'test' where person_id = $1 and organisation_id = $2`,
    [asked, at.id],
  );
  await tell('paid', order);
  await shop.ship(order, lots);
  await shop.does(async (tx) => tellOfParcels(tx, tools, 'shipped', await parcelsOf(order)));
  expect(await Promise.all([asked, orders, receives, pays].map(titlesOf))).toEqual([
    [],
    ['付款成功'],
    ['商品已发出'],
    [],
  ]);
});
