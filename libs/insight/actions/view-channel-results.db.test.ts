import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { FROM_ORDERS, viewAllChannels, viewChannelResult } from './view-channel-results';

let shop: Shop;
let offer: Offer;

beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 1_000n, stock: 1000 });
  await shop.rows(
    `insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, created_at)
     values ('hall', 'provinceHall', 'open', '示例馆', 'Hall', '', '', '610000', '', now()),
            ('shut', 'provinceHall', 'closed', '关闭的馆', 'Shut', '', '', '610000', '', now())`,
  );
  await shop.rows(
    `insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule)
     select id, 1, '全部', 'All', true from catalogue.venue`,
  );
});
afterAll(() => shop.close());

const via = async (venue: string, quantity = 2) => {
  const body = shop.bodyOf({ offer, quantity });
  return shop.place({ ...body, lines: body.lines.map((line) => ({ ...line, via: { venue } })) });
};

test('an order says by which venue it was found; what is shut or unknown is left out and stops nothing', async () => {
  const order = await via('hall');
  expect(order.supplierOrders[0]!.lines[0]!.via).toEqual({
    venue: { slug: 'hall', name: { zh: '示例馆', en: 'Hall' } },
    campaign: null,
  });
  for (const slug of ['shut', 'nowhere']) {
    expect((await via(slug)).supplierOrders[0]!.lines[0]!.via).toEqual({ venue: null, campaign: null });
  }
});

test('what a venue sold is told from ten paid orders on: fewer would tell of single buyers', async () => {
  const all = async () => (await viewAllChannels(shop.database)).venues.find(({ slug }) => slug === 'hall');
  for (let paid = 1; paid < FROM_ORDERS; paid += 1) await shop.pay(await via('hall'));
  expect(await viewChannelResult(shop.database, 'venue', 'hall')).toEqual({ fromOrders: 10, figures: null });
  expect(await all()).toMatchObject({ orders: 9, sales: { amount: '18000' } });
  await shop.pay(await via('hall', 1));
  expect((await viewChannelResult(shop.database, 'venue', 'hall')).figures).toMatchObject({
    ...{ orders: 10, packs: 19, sales: { amount: '19000', currency: 'CNY' }, suppliers: 1, counties: 1 },
  });
  await expect(viewChannelResult(shop.database, 'campaign', 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
