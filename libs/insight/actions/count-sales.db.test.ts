import { randomUUID } from 'node:crypto';
import { command } from '@xihuo/platform';
import { asTest, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { countSales, DAYS_AT_ONCE, salesDiffering } from './count-sales';

jest.setTimeout(120_000);

let shop: Shop;
let offers: Offer[];
let via: (object | undefined)[];

beforeAll(async () => {
  shop = await openShop();
  const sellers = [await shop.supplier(), await shop.supplier()];
  offers = [];
  for (const at of [0, 1, 2, 3])
    offers.push(await shop.offer({ supplierId: sellers[at % 2]!, priceFen: 1_001n + BigInt(at), stock: 100_000 }));
  const campaign = await shop.ways.campaign(offers.slice(0, 2));
  via = [undefined, { campaign: campaign.slug }];
});
afterAll(() => shop?.close());

/** The same every time: what chance did is told by the step it failed at. */
function chances(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

async function count(): Promise<void> {
  while ((await shop.does(countSales)) > 0);
}

const buy = (of: (below: number) => number) => {
  const first = of(3);
  const wanted = [offers[first]!, offers[first + 1]!].slice(0, 1 + of(2));
  const body = shop.bodyOf(...wanted.map((offer) => ({ offer, quantity: 1 + of(4) })));
  const way = via[of(2)];
  return shop.place({ ...body, lines: body.lines.map((line) => ({ ...line, ...(way && { via: way }) })) });
};

type Way = (order: PlacedOrder, of: (below: number) => number) => Promise<unknown>;
const line = (order: PlacedOrder, of: (below: number) => number) => {
  const part = order.supplierOrders[of(order.supplierOrders.length)]!;
  return [part.lines[0]!.id, part.id];
};

/** What may happen to an order later, as ordering and settlement keep it. */
const WAYS: Readonly<Record<string, Way>> = {
  pay: (order) => shop.pay(order).catch(() => {}),
  refund: (order, of) =>
    shop.rows(
      `insert into ordering.line_progress (line_id, supplier_order_id, quantity, amount_fen, cancelled_packs, refund_fen)
       select id, supplier_order_id, quantity, amount_fen, $3, $4 from ordering.order_line where id = $1 and supplier_order_id = $2
       on conflict (line_id) do update set cancelled_packs = excluded.cancelled_packs, refund_fen = excluded.refund_fen`,
      [...line(order, of), of(2), of(900)],
    ),
  award: async (order, of) => {
    const values = [...line(order, of), randomUUID()];
    await shop.rows(
      `insert into ordering.line_hold (line_id, supplier_order_id, source_kind, source_id, held_fen, held_at)
       values ($1, $2, 'dispute', $3, 50, now()) on conflict do nothing`,
      values,
    );
    await shop.rows(`update ordering.line_hold set refund_fen = $2, closed_at = now() where source_id = $1`, [
      values[2],
      of(50),
    ]);
  },
  late: (order, of) =>
    shop.rows('insert into ordering.late_refund values ($3, $1, $2, $4, now())', [
      ...[...line(order, of), randomUUID(), 1 + of(30)],
    ]),
  callOff: (order, of) =>
    shop.rows(`update ordering.supplier_order set state = 'cancelled' where id = $1`, [line(order, of)[1]]),
  anotherDay: (order, of) =>
    shop.rows(
      `update ordering.customer_order set placed_at = placed_at - make_interval(days => $2) where id = $1 and paid_at is null`,
      [order.id, of(400)],
    ),
};

test('after random orders, payments, refunds, awards, late refunds and parts called off, what is kept is what a count of every order comes to', async () => {
  const of = chances(20_261_130);
  const orders: PlacedOrder[] = [];
  const names = Object.keys(WAYS);
  const done = new Set<string>();
  for (let step = 0; step < 160; step += 1) {
    if (orders.length < 12 || of(6) === 0) orders.push(await buy(of));
    const name = names[of(names.length)]!;
    await WAYS[name]!(orders[of(orders.length)]!, of);
    done.add(name);
    if (of(7) === 0) {
      await count();
      expect([name, await salesDiffering(shop.database)]).toEqual([name, []]);
    }
  }
  await count();
  expect(await salesDiffering(shop.database)).toEqual([]);
  expect([...done].sort()).toEqual(names.sort());
  const [{ days, sold }] = (await shop.rows<{ days: bigint; sold: bigint }>(
    `select count(distinct day) as days, sum(sales_fen)::bigint as sold from insight.sales_day where dimension = 'all'`,
  )) as [{ days: bigint; sold: bigint }];
  expect(Number(days)).toBeGreaterThan(3);
  expect(Number(sold)).toBeGreaterThan(0);
});

test('what a line is counted under is put right later: where its supplier sits and what it is; what a public buyer bought stays purchased, whoever it is later', async () => {
  const sold = await shop.offer({ priceFen: 1_000n, stock: 100 });
  const order = await shop.paidOrder({ offer: sold, quantity: 2 });
  await count();
  const changes = [
    `update registry.organisation set county_code = '310101' where id = '${sold.supplierId}'`,
    `update catalogue.product set category = 'tea' where id = '${sold.productId}'`,
  ];
  for (const change of changes) {
    await shop.rows(change);
    expect(await salesDiffering(shop.database)).not.toEqual([]);
    await count();
    expect(await salesDiffering(shop.database)).toEqual([]);
  }
  const buyer = await shop.buying.organisation({ payerKind: 'publicBuyer' });
  await shop.buying.bought(buyer.id, order.id);
  await shop.rows('insert into insight.sales_stale select day from insight.sales_day');
  await count();
  await shop.rows(`update ordering.business_account set payer_kind = 'otherFirm' where organisation_id = $1`, [
    buyer.id,
  ]);
  expect(await shop.rows('select day from insight.sales_stale')).toEqual([]);
  expect(await salesDiffering(shop.database)).toEqual([]);
  expect(
    await shop.rows(
      `select way, orders, packs::integer, sales_fen::integer as fen from insight.sales_day where key = 'tea'`,
    ),
  ).toEqual([{ way: 'purchased', orders: 1, packs: 2, fen: 2_000 }]);
});

test('whoever is killed while counting has changed nothing: the day is still to be counted', async () => {
  await shop.paidOrder({ offer: offers[0]! });
  const killed = command(shop.database, { name: 'test', ...asTest }, async (tx) => {
    await countSales(tx);
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await salesDiffering(shop.database)).not.toEqual([]);
  await count();
  expect(await salesDiffering(shop.database)).toEqual([]);
});

test('only what differs is written, of days and of months: the rest of a day that changed stays as it was', async () => {
  await shop.paidOrder({ offer: offers[0]! });
  await count();
  const kept = () =>
    shop.rows<{ row: string; version: string }>(
      `select day || dimension || place || key || way as row, xmin::text as version from insight.sales_day
       union all select month || 'month' || dimension || place || key || way, xmin::text from insight.sales_month order by 1`,
    );
  const before = await kept();
  await shop.rows('insert into insight.sales_stale select day from insight.sales_day');
  await count();
  expect(await kept()).toEqual(before);

  await shop.rows(`update catalogue.product set category = 'oil' where id = $1`, [offers[0]!.productId]);
  await count();
  const after = await kept();
  const written = after.filter(({ row, version }) => !before.some((old) => old.row === row && old.version === version));
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter(({ row }) => !row.includes('category'))).toEqual([]);
  expect(await salesDiffering(shop.database)).toEqual([]);
});

test('counted is said once nothing is left: not while more days wait than are counted at once', async () => {
  const told = () => shop.rows<{ counted_at: Date }>('select counted_at from insight.sales_counted');
  await count();
  const before = await told();
  await shop.rows(
    `insert into insight.sales_stale select date '2020-01-01' + n from generate_series(0, $1::integer) n`,
    [DAYS_AT_ONCE],
  );
  expect(await shop.does(countSales)).toBe(DAYS_AT_ONCE);
  expect(await told()).toEqual(before);
  expect(await shop.does(countSales)).toBe(1);
  expect(await told()).not.toEqual(before);
});

test('an order that is never paid marks no day, whatever becomes of it; nor does what is said of goods that stay what they are', async () => {
  await count();
  const order = await shop.placedOrder({ offer: offers[1]! });
  const unpaid = [
    `update ordering.supplier_order set state = 'cancelled' where order_id = $1`,
    `update ordering.customer_order set state = 'cancelled' where id = $1`,
  ];
  for (const change of unpaid) await shop.rows(change, [order.id]);
  await shop.rows(`update catalogue.product set name_zh = name_zh || '！' where id = $1`, [offers[1]!.productId]);
  expect(await shop.rows('select day from insight.sales_stale')).toEqual([]);
  await shop.paidOrder({ offer: offers[1]! });
  expect(await shop.rows('select day from insight.sales_stale')).not.toEqual([]);
});
