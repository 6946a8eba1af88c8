import { countSales, salesDiffering } from '@xihuo/insight';
import { command, Database } from '@xihuo/platform';
import { cloneDatabase, holding, seedMs, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { TURNS_OF_YEARS } from './year/plan';

let clone: DatabaseClone;
let client: Client;
let database: Database;
const count = async (sql: string) => Number(Object.values((await client.query(sql)).rows[0] as object)[0]);

beforeAll(async () => {
  clone = await cloneDatabase({ seeded: true });
  client = new Client({ connectionString: clone.url });
  await client.connect();
  database = await Database.open({ url: clone.url, pool: 2 });
  const by = { actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;
  while ((await command(database, { name: 'test.count', ...by }, countSales)).view > 0);
}, seedMs);
afterAll(async () => {
  await database.close();
  await client.end();
  await clone.drop();
});

test('the books of two invented years hold', async () => {
  expect(await holding.brokenInvariants(count)).toEqual({});
});

test('everything of the plan is sold, and what is kept of it is what a count comes to', async () => {
  const planned = TURNS_OF_YEARS.reduce((sum, { orders, purchases }) => sum + orders + purchases, 0);
  expect(planned).toBeGreaterThan(120);
  // The nineteen are the story's.
  expect(await count(`select count(*) from ordering.supplier_order where state = 'released'`)).toBe(planned + 19);
  expect(await salesDiffering(database)).toEqual([]);
});

/** What somebody who reads results finds in each table. */
test.each([
  ['months of a year, and as many of the year before', 24, `all' and sales_fen > 0`, `date_trunc('month', day)`],
  ['western provinces', 10, `all`, 'place'],
  ['purchased and helped', 2, `all`, 'way'],
  ['pairings', 10, 'pairing', 'key'],
  ['counties', 12, 'county', 'key'],
  ['categories', 5, 'category', 'key'],
  ['channels', 4, 'channel', 'key'],
  ['campaigns, and no campaign', 4, 'campaign', 'key'],
])('results have %s: %i at least', async (_, least, dimension, what) => {
  const where = dimension.includes("'") ? dimension : `${dimension}'`;
  expect(
    await count(`select count(distinct ${what}) from insight.sales_day where dimension = '${where}`),
  ).toBeGreaterThanOrEqual(least);
});

test.each([
  ['what was paid back for bad goods', 8, `payment.refund where source_kind = 'afterSale' and state = 'succeeded'`],
  ['a dispute that was settled', 1, `dispute.dispute_case where state = 'executed'`],
  ['a dispute that goes on', 1, `dispute.dispute_case where state = 'negotiating'`],
  ['a recall that is over', 1, `trace.recall where state = 'completed'`],
  [
    'debts that were paid late',
    4,
    `benefit.outside_paid_v paid join benefit.obligation_v owed on owed.id = paid.obligation_id where paid.paid_on > owed.earned_on + 30`,
  ],
  ['bills of public buyers that are open', 0, 'ordering.receivable where open_fen > 0'],
])('%s: %i', async (_, wanted, from) => {
  expect(await count(`select count(*) from ${from}`)).toBe(wanted);
});
