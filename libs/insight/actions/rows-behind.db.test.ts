import { paymentParts } from '@xihuo/payment';
import { openHouse, openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { insightParts } from '../index';
import { countSales } from './count-sales';

jest.setTimeout(120_000);

let shop: Shop;
let house: House;
let operator: Awaited<ReturnType<House['signedIn']>>;

const COUNTY = '610629';
const OTHER = '620102';
const TABLES = ['months', 'pairings', 'counties', 'keyCounties', 'categories', 'channels', 'campaigns'];
const WAYS = ['purchased', 'helped'] as const;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [paymentParts, insightParts] });
  operator = await house.signedIn({ role: 'operator' });
  await shop.rows(
    `insert into registry.region (code, name, level, side, pinyin, province_code)
     values ('620000', '甘肃省', 'province', 'west', 'gan su', '620000'), ('620102', '城关区', 'county', 'west', 'cheng guan', '620000')
     on conflict do nothing`,
  );
});
afterAll(() => house?.close());

type Row = Record<string, { amount: string } | string | number | boolean | null>;
/** Every page of it, two rows at a time. */
async function whole(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, body }: { status: number; body: object } = await operator.ask(
      'GET',
      `${path}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    expect(status).toBe(200);
    const page = body as { data: Row[]; nextCursor: string | null };
    rows.push(...page.data);
    cursor = page.nextCursor;
  }
  return rows;
}

const fen = (value: Row[string] | undefined) => Number((value as { amount: string }).amount);
const sum = (rows: readonly Row[], figure: string) => rows.reduce((all, row) => all + fen(row[figure]), 0);
const count = (rows: readonly Row[], figure: string) => rows.reduce((all, row) => all + Number(row[figure]), 0);

/** What lines come to, as a row of sales says it. */
const told = (lines: readonly Row[]) => ({
  orders: new Set(
    lines
      .filter(({ calledOff }) => !calledOff)
      .map(({ orderNumber, supplier }) => `${String(orderNumber)} ${String(supplier)}`),
  ).size,
  ...{ packs: count(lines, 'packs'), grams: count(lines, 'grams'), sales: sum(lines, 'sales') },
  ...{ refunded: sum(lines, 'refunded'), net: sum(lines, 'sales') - sum(lines, 'refunded') },
  ...{ freight: sum(lines, 'freight'), fees: sum(lines, 'fees'), settled: sum(lines, 'settled') },
});
type Sold = Record<keyof ReturnType<typeof told>, never>;
const figuresOf = (row: Sold) =>
  Object.fromEntries(
    Object.keys(told([])).map((name) => {
      const value: unknown = row[name as keyof Sold];
      return [name, typeof value === 'number' ? value : fen(value as Row[string])];
    }),
  );

async function someSales(): Promise<void> {
  const near: Offer = await shop.offer({ priceFen: 1_000n, stock: 1_000 });
  const tea = await shop.offer({ priceFen: 500n, stock: 1_000, supplierId: near.supplierId });
  const far = await shop.offer({ priceFen: 700n, stock: 1_000 });
  await shop.rows('update registry.organisation set county_code = $2 where id = $1', [near.supplierId, COUNTY]);
  await shop.rows('update registry.organisation set county_code = $2 where id = $1', [far.supplierId, OTHER]);
  await shop.rows(`update catalogue.product set category = 'tea' where id = $1`, [tea.productId]);
  await shop.rows(
    `insert into registry.pairing (east_code, west_code, nickname, effective_from, source)
     values ('310000', '610000', '', '2021-01-01', 'test') on conflict do nothing`,
  );
  const publicBuyer = (await shop.buying.organisation({ payerKind: 'publicBuyer' })).id;
  const placed = async (day: string, ...of: { offer: Offer; quantity: number }[]) => {
    const { id } = await shop.paidOrder(...of);
    await shop.rows('update ordering.customer_order set placed_at = $2 where id = $1', [id, `${day}T03:00:00Z`]);
    await shop.rows('insert into insight.sales_stale values ($1)', [day]);
    return id;
  };
  await placed('2026-03-01', { offer: near, quantity: 2 }, { offer: tea, quantity: 1 }, { offer: far, quantity: 3 });
  await shop.buying.bought(publicBuyer, await placed('2026-03-20', { offer: near, quantity: 3 }));
  const back = await placed('2026-04-02', { offer: far, quantity: 4 });
  await shop.rows(`update ordering.supplier_order set state = 'cancelled' where order_id = $1`, [back]);
  await placed('2026-04-03', { offer: tea, quantity: 5 });
  await placed('2025-03-09', { offer: near, quantity: 7 });
  const settled = await placed('2026-04-05', { offer: near, quantity: 2 });
  const [run] = await shop.rows<{ id: string }>(
    `insert into settlement.run (period_end, created_at) values ('2026-04-30', now()) returning id`,
  );
  await shop.rows(
    `insert into settlement.line (line_id, run_id, supplier_id, gross_fen, goods_fen, fee_fen, rule_version)
     select line.id, $2, part.supplier_id, line.amount_fen, line.amount_fen, 60, 'test' from ordering.order_line line
       join ordering.supplier_order part on part.id = line.supplier_order_id where line.order_id = $1`,
    [settled, run!.id],
  );
  await shop.does(countSales);
}

test('every figure of sales is what the lines behind it come to: of each row and way, of all of them, and of the year before', async () => {
  await someSales();
  const span = 'from=2026-03-01&until=2026-04-30';
  const earlier = 'from=2025-03-01&until=2025-04-30';
  for (const table of TABLES)
    for (const place of ['', '&place=610000', `&place=${OTHER}`]) {
      const { body } = await operator.ask('GET', `/results/sales?${span}${place}&table=${table}`);
      const { data, orders } = body as unknown as {
        data: ({ key: string } & Record<(typeof WAYS)[number], Sold>)[];
        orders: Record<(typeof WAYS)[number], number>;
      };
      expect(data.length).toBeGreaterThan(0);
      for (const { key, ...row } of data)
        for (const way of WAYS) {
          const rest = `table=${table}&way=${way}${place}`;
          const lines = await whole(`/results/orders?${span}&${rest}&key=${key}`);
          expect([table, key, way, told(lines)]).toEqual([table, key, way, figuresOf(row[way])]);
          const then = await whole(`/results/orders?${earlier}&${rest}&key=${key.replace(/^2026/, '2025')}`);
          const { netYearBefore } = row[way] as unknown as Row;
          expect([table, key, told(then).net]).toEqual([table, key, fen(netYearBefore)]);
        }
      for (const way of WAYS)
        expect(told(await whole(`/results/orders?${span}&table=${table}&way=${way}${place}`)).orders).toBe(orders[way]);
    }
});

const FIGURES = ['due', 'paid', 'inTime', 'late', 'overdue', 'notYetDue'];

test('every figure of income is what the households behind it come to: how many are due and paid, and each sum, of a kind and of all', async () => {
  const linked = await shop.offer();
  const household = async (county: string) => {
    const [row] = await shop.rows<{ id: string }>(
      `insert into registry.household (reference, supplier_id, county_code, village, display_name, joined_on)
       values ('test ' || gen_random_uuid(), $1, $2, '示例村', '示例农户', '2020-01-01') returning id`,
      [linked.supplierId, county],
    );
    return row!.id;
  };
  const kept = (table: string, ...row: (string | number)[]) =>
    shop.rows(`insert into insight.${table} values (${row.map((_, at) => `$${at + 1}`).join(', ')})`, row);
  const [one, two, three] = [await household(COUNTY), await household(COUNTY), await household(OTHER)];
  await kept('income_month', '2026-03-01', one, 'wage', COUNTY, 100, 100, 100);
  await kept('income_month', '2026-04-01', one, 'wage', COUNTY, 60, 40, 10);
  await kept('income_open', '2026-04-01', one, 'wage', COUNTY, '2020-05-05', 20);
  await kept('income_month', '2026-04-01', one, 'rebate', COUNTY, 9, 0, 0);
  await kept('income_open', '2026-04-01', one, 'rebate', COUNTY, '2099-05-05', 9);
  await kept('income_month', '2026-04-01', two, 'wage', COUNTY, 70, 0, 0);
  await kept('income_open', '2026-04-01', two, 'wage', COUNTY, '2099-05-05', 30);
  await kept('income_open', '2026-04-01', two, 'wage', COUNTY, '2020-05-05', 40);
  await kept('income_month', '2026-04-01', three, 'wage', OTHER, 8, 8, 8);
  await kept('income_month', '2026-02-01', three, 'wage', OTHER, 5_000, 0, 0);
  await kept('income_month', '2025-04-01', two, 'wage', COUNTY, 11, 11, 0);
  const of = async (days: string) => {
    const { body } = await operator.ask('GET', `/results/income?${days}`);
    return body as unknown as Row & { data: Row[] };
  };
  for (const place of ['', '&place=610000', `&place=${OTHER}`]) {
    // From within a month: whole months are asked for.
    const days = `from=2026-03-15&until=2026-04-10${place}`;
    const then = `from=2025-03-15&until=2025-04-10${place}`;
    const { data, ...all } = await of(days);
    const rows = (span: string, figure: string, kind = '') =>
      whole(`/results/income/rows?${span}&figure=${figure}${kind}`);
    expect(await rows(days, 'due')).toHaveLength(Number(all['households']));
    expect(await rows(days, 'paid')).toHaveLength(Number(all['householdsPaid']));
    expect(await rows(then, 'due')).toHaveLength(Number(all['householdsYearBefore']));
    for (const figure of FIGURES) expect(sum(await rows(days, figure), figure)).toBe(sum(data, figure));
    for (const row of data) {
      const kind = `&kind=${String(row['kind'])}`;
      expect(await rows(days, 'due', kind)).toHaveLength(Number(row['households']));
      expect(await rows(days, 'paid', kind)).toHaveLength(Number(row['householdsPaid']));
      for (const figure of FIGURES) {
        const behind = await rows(days, figure, kind);
        expect([figure, sum(behind, figure)]).toEqual([figure, fen(row[figure])]);
        // Whoever has nothing of it is not behind it.
        expect(behind.filter((one) => fen(one[figure]) === 0)).toEqual([]);
      }
      expect(sum(await rows(then, 'due', kind), 'due')).toBe(fen(row['dueYearBefore']));
    }
  }
  const county = await house.signedIn({ role: 'countyRevitalisation', regionCode: OTHER });
  const own = await county.ask('GET', '/results/income/rows?from=2026-04-01&until=2026-04-30&figure=due');
  expect(own.body['data']).toMatchObject([{ household: { id: three, displayName: '示例农户' }, county: '城关区' }]);
  // A file goes further than a page: there households stand by their numbers.
  const file = await county.ask('GET', '/results/income/rows?from=2026-04-01&until=2026-04-30&figure=due', undefined, {
    accept: 'text/csv',
  });
  const text = file.bytes.toString('utf8');
  expect(text).toContain('城关区');
  expect(text).not.toContain('示例农户');
  const supplier = await house.signedIn({ role: 'supplier', organisationId: linked.supplierId });
  const refused = await supplier.ask('GET', '/results/income/rows?from=2026-04-01&until=2026-04-30&figure=due');
  expect(refused.status).toBe(403);
});

test('every count of suppliers is how many stand behind it, in its month and in the same of the year before', async () => {
  const suppliers = [await shop.supplier(), await shop.supplier(), await shop.supplier()];
  for (const [at, supplier] of suppliers.entries()) {
    await shop.rows(
      `insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, decided_at, decided_by)
       values ($1, 'cooperative', '${COUNTY}', 'certified', '{}', 'test@1', $2, 'test')`,
      [supplier, ['2024-05-02T02:00:00Z', '2024-06-03T02:00:00Z', '2023-05-09T02:00:00Z'][at]],
    );
    for (const kind of at === 0 ? ['warning', 'suspension'] : ['exit'])
      await shop.rows(
        `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at, state, ends_on)
         values ($1, $2, 'test', 'person:test', '2024-06-05T02:00:00Z', 'inForce', '2033-01-01')`,
        [supplier, kind],
      );
  }
  const { body } = await operator.ask('GET', '/results/suppliers?from=2024-05-01&until=2024-06-30');
  const months = body['data'] as unknown as ({ month: string } & Record<string, number>)[];
  expect(months.map(({ month }) => month)).toEqual(['2024-05', '2024-06']);
  for (const { month, ...counts } of months)
    for (const what of ['admitted', 'measured', 'exited'])
      for (const [days, figure] of [
        [month, counts[what]],
        [month.replace('2024', '2023'), counts[`${what}YearBefore`]],
      ])
        expect([
          ...[days, what],
          (
            await whole(
              `/results/suppliers/rows?from=${days}-01&until=${days}-${month === '2024-05' ? 31 : 30}&what=${what}`,
            )
          ).length,
        ]).toEqual([days, what, figure]);
});

test.each(['123456789012345678', '-1', '100000', 'x'])('a page of lines is not gone on with from %s', async (day) => {
  const cursor = Buffer.from(`${day}:00000000-0000-0000-0000-000000000000`).toString('base64url');
  const path = '/results/orders?table=months&from=2026-01-01&until=2026-01-31';
  expect((await operator.ask('GET', `${path}&cursor=${cursor}`)).code).toBe('INVALID_INPUT');
});
