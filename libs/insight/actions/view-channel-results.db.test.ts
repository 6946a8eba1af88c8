import { randomUUID } from 'node:crypto';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { FROM_ORDERS, viewAllChannels, viewChannel, viewChannelResult } from './view-channel-results';

let shop: Shop;
let desk: Awaited<ReturnType<Shop['buyers']>>;
let offer: Offer;

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
  offer = await shop.offer({ priceFen: 1_000n, stock: 1000 });
  await shop.rows(
    `insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, created_at)
     values ('hall', 'provinceHall', 'open', '示例馆', 'Hall', '', '', '610000', '', now()),
            ('shut', 'provinceHall', 'closed', '关闭的馆', 'Shut', '', '', '610000', '', now()),
            ('idle', 'provinceHall', 'open', '未开张的馆', 'Idle', '', '', '150000', '', now())`,
  );
  await shop.rows(
    `insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule)
     select id, 1, '全部', 'All', true from catalogue.venue`,
  );
});
afterAll(() => desk?.close());

const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });

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
    ...{ orders: 10, packs: 19, sales: yuan(19_000), refunded: yuan(0), net: yuan(19_000), suppliers: 1, counties: 1 },
  });
  // By the codes of their places: who sold most stands where it stood.
  expect((await viewAllChannels(shop.database)).venues.map(({ slug }) => slug)).toEqual(['idle', 'hall', 'shut']);
  await expect(viewChannelResult(shop.database, 'campaign', 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

type Placed = Awaited<ReturnType<Shop['place']>>;

/** What went back of an order's one line, by claim, award and late refund, as ordering keeps it. */
async function back(order: Placed, went: { packs?: number; claimed?: number; awarded?: number; late?: number }) {
  const part = order.supplierOrders[0]!;
  const values = [part.lines[0]!.id, part.id];
  await shop.rows(
    `insert into ordering.line_progress (line_id, supplier_order_id, quantity, amount_fen, cancelled_packs, refund_fen)
     select id, supplier_order_id, quantity, amount_fen, $2, $3 from ordering.order_line where id = $1
     on conflict (line_id) do update set cancelled_packs = excluded.cancelled_packs, refund_fen = excluded.refund_fen`,
    [values[0], went.packs ?? 0, went.claimed ?? 0],
  );
  if (went.awarded)
    await shop.rows(
      `insert into ordering.line_hold (line_id, supplier_order_id, source_kind, source_id, held_fen, refund_fen, held_at, closed_at)
       values ($1, $2, 'dispute', $3, $4, $4, now(), now())`,
      [...values, randomUUID(), went.awarded],
    );
  if (went.late)
    await shop.rows('insert into ordering.late_refund values ($3, $1, $2, $4, now())', [
      ...[...values, randomUUID(), went.late],
    ]);
}

const foundBy = (sold: Offer, quantity: number, way?: object) => {
  const body = shop.bodyOf({ offer: sold, quantity });
  return shop.place({ ...body, lines: body.lines.map((line) => ({ ...line, ...(way && { via: way }) })) });
};

test('a campaign tells gross and net, and what each discount cost whom: its own wherever it was given, of goods that were kept', async () => {
  const sold = await shop.offer({ priceFen: 1_000n, stock: 1_000 });
  const payer = await shop.buying.organisation();
  const funders = [
    { kind: 'supplier' as const, organisationId: null, shareBp: 2_000 },
    { kind: 'platform' as const, organisationId: null, shareBp: 3_000 },
    { kind: 'organisation' as const, organisationId: payer.id, shareBp: 5_000 },
  ];
  const { slug } = await shop.ways.campaign([sold], { percentBp: 1_000, funders });
  await shop.promotions.running({
    ...{ supplierId: sold.supplierId, kind: 'fullReduction', thresholdFen: 50_000n, reductionFen: 1_000n },
  });
  const way = { campaign: slug };
  const [kept, halved, gone, late] = [
    await foundBy(sold, 10, way),
    await foundBy(sold, 10, way),
    await foundBy(sold, 10, way),
    await foundBy(sold, 10, way),
  ];
  const elsewhere = await foundBy(sold, 10);
  const large = await foundBy(sold, 60, way);
  for (const order of [kept, halved, gone, late, elsewhere, large]) await shop.pay(order);
  await foundBy(sold, 10, way);
  await back(halved, { packs: 5, claimed: 4_500 });
  await shop.rows(`update ordering.supplier_order set state = 'cancelled' where order_id = $1`, [gone.id]);
  await back(late, { claimed: 1_000, awarded: 800, late: 450 });

  // 10 packs at ten yuan less a tenth are 90 yuan; the large order is 600 less 60 less 10.
  const seen = await viewChannel(shop.database, 'campaign', slug);
  expect(seen).toMatchObject({
    name: { zh: '示例西货东输' },
    figures: {
      ...{ orders: 4, packs: 10 + 5 + 10 + 60, suppliers: 1 },
      ...{ sales: yuan(4 * 9_000 + 53_000), refunded: yuan(4_500 + 9_000 + 2_250), net: yuan(73_250) },
    },
    leads: [],
  });
  const own = { name: { zh: '示例折扣', en: 'Example discount' }, kind: 'campaignPrice' };
  const cost = (given: number, borne: number) => ({
    ...{ given: yuan(given), cost: yuan(borne), returned: yuan(given - borne) },
  });
  // Of 10 yuan each: five orders and six of the large one were given; 5 of halved, all of gone and a quarter of late went back.
  expect(seen.discounts).toEqual([
    { ...own, funder: { kind: 'organisation', name: expect.stringContaining('示例超市') }, ...cost(5_500, 4_625) },
    { ...own, funder: { kind: 'platform', name: null }, ...cost(3_300, 2_775) },
    { ...own, funder: { kind: 'supplier', name: null }, ...cost(2_200, 1_850) },
    {
      ...{ name: { zh: '示例优惠', en: 'Example promotion' }, kind: 'fullReduction' },
      ...{ funder: { kind: 'supplier', name: null }, ...cost(1_000, 1_000) },
    },
  ]);
  expect((await viewAllChannels(shop.database)).campaigns.find((one) => one.slug === slug)).toMatchObject({
    ...{ orders: 4, net: yuan(73_250) },
  });
});

test('a fair tells how many leads became orders, and what they sold also on terms', async () => {
  const sold = await shop.offer({ priceFen: 1_000n, stock: 1_000 });
  const at = await shop.buying.organisation();
  const buyer = await desk.member(at.id, { duties: ['order'], limitFen: 1_000_000n });
  const lead = await shop.ways.lead(sold, { personId: buyer.personId, organisationId: at.id });
  const view = () => viewChannel(shop.database, 'fair', lead.fair);
  expect(await view()).toMatchObject({ figures: { orders: 0 }, leads: [{ state: 'new', count: 1 }], discounts: [] });
  const lines = [{ skuId: sold.skuId, quantity: 10, unitPrice: yuan(1_000), via: { lead: lead.id } }];
  const body = { siteId: at.siteId, lines, total: yuan(10_000) };
  expect((await buyer.ask('POST', `/organisations/${at.id}/purchase-orders`, body, desk.key())).body).toMatchObject({
    order: { state: 'onTerms' },
  });
  expect(await view()).toMatchObject({
    ...{ figures: { orders: 1, packs: 10, sales: yuan(10_000), net: yuan(10_000) } },
    leads: [{ state: 'ordered', count: 1 }],
  });
  expect((await viewAllChannels(shop.database)).fairs.find(({ slug }) => slug === lead.fair)).toMatchObject({
    ...{ leads: 1, ordered: 1, orders: 1, sales: yuan(10_000) },
  });
  expect(await viewChannelResult(shop.database, 'fair', lead.fair)).toEqual({ fromOrders: 10, figures: null });
});
