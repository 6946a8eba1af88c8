import { paymentParts } from '@xihuo/payment';
import { openHouse, openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { insightParts } from '../index';
import { countSales } from './count-sales';

jest.setTimeout(120_000);

let shop: Shop;
let house: House;
let near: Offer;
let far: Offer;
let public_: string;

const COUNTY = '610629';
const SPAN = 'from=2026-01-01&until=2026-12-31';

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [paymentParts, insightParts] });
  near = await shop.offer({ priceFen: 1_000n, stock: 1_000 });
  far = await shop.offer({ priceFen: 700n, stock: 1_000 });
  await shop.rows(`update registry.organisation set county_code = '${COUNTY}' where id = $1`, [near.supplierId]);
  await shop.rows(
    `insert into registry.region (code, name, level, side, pinyin, province_code)
     values ('620000', '甘肃省', 'province', 'west', 'gan su', '620000'), ('620102', '城关区', 'county', 'west', 'cheng guan', '620000')
     on conflict do nothing`,
  );
  await shop.rows(`update registry.organisation set county_code = '620102' where id = $1`, [far.supplierId]);
  await shop.rows(
    `insert into registry.pairing (east_code, west_code, nickname, effective_from, source)
     values ('310000', '610000', '', '2021-01-01', 'test'), ('310000', '610000', 'again', '2022-01-01', 'test') on conflict do nothing`,
  );
  public_ = (await shop.buying.organisation({ payerKind: 'publicBuyer' })).id;
});
afterAll(() => house?.close());

async function placedOn(day: string, offer: Offer, quantity: number, by: string | null = null) {
  const order = await shop.paidOrder({ offer, quantity });
  await shop.rows('update ordering.customer_order set placed_at = $2 where id = $1', [order.id, `${day}T03:00:00Z`]);
  if (by !== null) await shop.buying.bought(by, order.id);
  // Somebody moves no order to another day but a test.
  await shop.rows('insert into insight.sales_stale values ($1)', [day]);
  return order;
}

const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });
type Who = Awaited<ReturnType<House['signedIn']>>;
const read = async (who: Who, query: string) =>
  (await who.ask('GET', `/results/sales?${SPAN}&${query}`)).body as { data: Record<string, unknown>[]; asOf: string };

test('purchased and helped to sell are apart and counted once, with the year before beside; a county reads its own, and a row leads to its orders', async () => {
  await placedOn('2026-03-01', near, 2);
  await placedOn('2026-03-02', near, 3, public_);
  await placedOn('2025-03-02', near, 5);
  await placedOn('2026-04-01', far, 1);
  const back = await placedOn('2026-04-02', near, 4);
  await shop.rows(`update ordering.supplier_order set state = 'cancelled' where order_id = $1`, [back.id]);
  await shop.does(countSales);

  const operator = await house.signedIn({ role: 'operator' });
  const county = await house.signedIn({ role: 'countyAgriculture', regionCode: COUNTY });
  const months = await read(operator, 'table=months');
  expect(months.asOf).toEqual(expect.any(String));
  expect(months.data).toMatchObject([
    {
      ...{ key: '2026-03', purchased: { orders: 1, packs: 3, net: yuan(3_000), netYearBefore: yuan(0) } },
      helped: { orders: 1, packs: 2, net: yuan(2_000), netYearBefore: yuan(5_000) },
    },
    { key: '2026-04', helped: { orders: 1, packs: 1, sales: yuan(4_700), refunded: yuan(4_000), net: yuan(700) } },
  ]);
  expect((await read(operator, 'table=pairings')).data).toMatchObject([
    {
      ...{ key: '310000-610000', name: { zh: '上海市' }, pairedWith: { zh: '陕西省' } },
      ...{ purchased: { net: yuan(3_000) }, helped: { net: yuan(2_000) } },
    },
    { key: '', name: null, pairedWith: null, helped: { net: yuan(700) } },
  ]);
  // From what is kept by province, and by county: the same figures.
  for (const table of ['months', 'pairings', 'categories', 'channels', 'campaigns', 'keyCounties']) {
    const own = (await read(county, `table=${table}`)).data;
    expect([table, own]).toEqual([table, (await read(operator, `table=${table}&place=610000`)).data]);
  }
  expect((await read(county, 'table=counties')).data.map(({ key }) => key)).toEqual([COUNTY]);
  expect((await read(county, 'table=counties&place=620000')).data).toEqual([]);

  const lines = await county.ask('GET', `/results/orders?${SPAN}&table=pairings&key=310000-610000`);
  expect(lines.body['data']).toMatchObject([
    { sales: yuan(4_000), refunded: yuan(4_000), packs: 0 },
    { way: 'purchased', sales: yuan(3_000), packs: 3 },
    { way: 'helped', sales: yuan(2_000), packs: 2 },
  ]);
  expect(JSON.stringify(lines.body)).not.toContain('示例顾客');
  const first = await county.ask('GET', `/results/orders?${SPAN}&table=months&key=2026-03&way=helped&limit=1`);
  expect(first.body).toMatchObject({ data: [{ packs: 2 }], nextCursor: null });
  const file = await operator.ask('GET', `/results/sales?${SPAN}&table=months`, undefined, { accept: 'text/csv' });
  expect(file.status).toBe(200);
});

test('thirteen months: a month stands beside the same of the year before, which is a row of its own', async () => {
  await placedOn('2022-11-05', near, 1);
  await placedOn('2023-11-05', near, 2);
  await placedOn('2024-11-05', near, 4);
  await shop.does(countSales);
  const operator = await house.signedIn({ role: 'operator' });
  const county = await house.signedIn({ role: 'countyAgriculture', regionCode: COUNTY });
  for (const who of [operator, county])
    expect((await who.ask('GET', '/results/sales?from=2023-11-01&until=2024-11-30&table=months')).body).toMatchObject({
      orders: { helped: expect.any(Number) as unknown },
      data: expect.arrayContaining([
        expect.objectContaining({
          key: '2023-11',
          helped: expect.objectContaining({ net: yuan(2_000), netYearBefore: yuan(1_000) }) as unknown,
        }),
        expect.objectContaining({
          key: '2024-11',
          helped: expect.objectContaining({ net: yuan(4_000), netYearBefore: yuan(2_000) }) as unknown,
        }),
      ]) as unknown,
    });
});

test('an order of two categories is counted under each, and once in all', async () => {
  const tea = await shop.offer({ priceFen: 500n, stock: 10, supplierId: near.supplierId });
  await shop.rows(`update catalogue.product set category = 'tea' where id = $1`, [tea.productId]);
  const order = await shop.paidOrder({ offer: near, quantity: 1 }, { offer: tea, quantity: 1 });
  await shop.rows(`update ordering.customer_order set placed_at = '2024-09-10T03:00:00Z' where id = $1`, [order.id]);
  await shop.rows(`insert into insight.sales_stale values ('2024-09-10')`);
  await shop.does(countSales);
  const days = 'from=2024-09-01&until=2024-09-30&table=categories';
  const operator = await house.signedIn({ role: 'operator' });
  const county = await house.signedIn({ role: 'countyAgriculture', regionCode: COUNTY });
  for (const who of [operator, county])
    expect((await who.ask('GET', `/results/sales?${days}`)).body).toMatchObject({
      orders: { purchased: 0, helped: 1 },
      data: [{ helped: { orders: 1 } }, { helped: { orders: 1 } }],
    });
  const next = await operator.ask('GET', '/results/sales?from=2025-09-01&until=2025-09-30&table=categories');
  expect(next.body).toMatchObject({ orders: { purchased: 0, helped: 0 } });
});

test('fees stand beside the goods they are of: what is not settled is in neither', async () => {
  const [settled] = [await placedOn('2024-10-10', near, 2), await placedOn('2024-10-11', near, 3)];
  const [run] = await shop.rows<{ id: string }>(
    `insert into settlement.run (period_end, created_at) values ('2024-10-31', now()) returning id`,
  );
  await shop.rows(
    `insert into settlement.line (line_id, run_id, supplier_id, gross_fen, goods_fen, fee_fen, rule_version)
     select line.id, $2, part.supplier_id, line.amount_fen, line.amount_fen, 60, 'test' from ordering.order_line line
       join ordering.supplier_order part on part.id = line.supplier_order_id where line.order_id = $1`,
    [settled!.id, run!.id],
  );
  await shop.does(countSales);
  const operator = await house.signedIn({ role: 'operator' });
  const { body } = await operator.ask('GET', '/results/sales?from=2024-10-01&until=2024-10-31&table=months');
  expect(body['data']).toMatchObject([{ helped: { net: yuan(5_000), fees: yuan(60), settled: yuan(2_000) } }]);
});

test('a day is that of Asia/Shanghai, from its first instant to its last, in this year and the year before', async () => {
  const edges = [
    '2024-05-31T16:00:00Z',
    '2024-06-30T15:59:59.999Z',
    '2024-05-31T15:59:59.999Z',
    '2024-06-30T16:00:00Z',
  ];
  for (const at of edges) {
    const order = await shop.paidOrder({ offer: near });
    await shop.rows('update ordering.customer_order set placed_at = $2 where id = $1', [order.id, at]);
  }
  await shop.rows(`insert into insight.sales_stale select date '2024-05-01' + n from generate_series(0, 91) n`);
  while ((await shop.does(countSales)) > 0);
  const county = await house.signedIn({ role: 'countyAgriculture', regionCode: COUNTY });
  const juneOf = async (year: number) =>
    (await county.ask('GET', `/results/sales?from=${year}-06-01&until=${year}-06-30&table=months`)).body['data'];
  expect(await juneOf(2024)).toMatchObject([{ key: '2024-06', helped: { orders: 2, net: yuan(2_000) } }]);
  expect(await juneOf(2025)).toMatchObject([{ key: '2025-06', helped: { orders: 0, netYearBefore: yuan(2_000) } }]);
  const lines = await county.ask('GET', '/results/orders?from=2024-06-01&until=2024-06-30&table=months&key=2024-06');
  expect(lines.body['data']).toHaveLength(2);
});

test('a supplier whose county is not known is among the figures of the country, and so are the orders behind them', async () => {
  const nowhere = await shop.offer({ priceFen: 300n, stock: 10 });
  await shop.rows('update registry.organisation set county_code = null where id = $1', [nowhere.supplierId]);
  await placedOn('2026-08-01', nowhere, 1);
  await shop.does(countSales);
  const operator = await house.signedIn({ role: 'operator' });
  expect((await read(operator, 'table=counties')).data).toContainEqual(
    expect.objectContaining({
      key: '000000',
      helped: expect.objectContaining({ orders: 1, net: yuan(300) }) as unknown,
    }),
  );
  const lines = await operator.ask('GET', `/results/orders?${SPAN}&table=counties&key=000000`);
  expect(lines.body['data']).toMatchObject([{ sales: yuan(300), packs: 1 }]);
});

test('more than thirteen months, days that run backwards and a place that is none are refused; whoever has no such role reads nothing', async () => {
  const finance = await house.signedIn({ role: 'finance' });
  for (const days of ['from=2026-01-01&until=2027-02-01', 'from=2026-02-01&until=2026-01-31'])
    expect((await finance.ask('GET', `/results/sales?${days}&table=months`)).code).toBe('INVALID_INPUT');
  for (const path of [
    'sales?table=months&',
    'orders?table=months&',
    'income?',
    'suppliers?',
    'suppliers/rows?what=exited&',
  ])
    expect((await finance.ask('GET', `/results/${path}${SPAN}&place=001234`)).code).toBe('INVALID_INPUT');
  const supplier = await house.signedIn({ role: 'supplier', organisationId: near.supplierId });
  for (const path of ['sales', 'orders', 'income', 'suppliers'])
    expect((await supplier.ask('GET', `/results/${path}?${SPAN}&table=months`)).status).toBe(403);
});
