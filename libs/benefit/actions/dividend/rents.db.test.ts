import { holding, openShop, type Shop } from '@xihuo/testing';
import { viewEarnings } from '../view-earnings';
import { accrueRents } from './accrue-rents';
import { declarePool, drawPool } from './declare-pool';

/** Rent for land is owed by the days on which the agreement bound: with a pool, without one, whenever anybody looks. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let supplierId: string;
/** This year, and the number of its days. */
let year: number;
const daysOf = (of: number) => (Date.UTC(of + 1, 0, 1) - Date.UTC(of, 0, 1)) / 86_400_000;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  supplierId = await shop.supplier();
  year = Number((await scale.today()).slice(0, 4));
});
afterEach(async () => {
  expect(await holding.brokenInvariants((sql) => shop.count(sql), holding.invariants)).toEqual({});
});

const MU = 250;
const RENT = 40_000n;
/** 2.5 mu at 400.00 are 1000.00 a year, parted by days and rounded half up. */
const worth = (days: number, of: number) => Math.floor((2 * 100_000 * days + daysOf(of)) / (2 * daysOf(of)));

async function letting(from: string, to?: string): Promise<string> {
  const householdId = await shop.household(supplierId);
  await shop.agreedOnPaper([
    { supplierId, householdId, kind: 'dividend', shares: 1, effectiveFrom: from, ...(to && { effectiveTo: to }) },
  ]);
  await shop.rows(
    'update benefit.agreement set land_mu_hundredths = $2, rent_fen_per_mu = $3 where household_id = $1',
    [householdId, MU, RENT],
  );
  return householdId;
}
const run = async () => {
  while ((await shop.does((tx) => accrueRents(tx))) > 0);
};
const rents = async (householdId: string) =>
  (
    await shop.rows<{ fen: number; on: string }>(
      `select amount_fen::int as fen, earned_on::text as on from benefit.obligation where household_id = $1 and kind = 'landRent' order by earned_on`,
      [householdId],
    )
  ).map(({ fen, on }) => [on, fen]);
/** Business time on the 10th of January of a year to come. */
const inJanuary = async (of: number) => {
  await shop.setClock('0 days');
  const today = Date.parse(await scale.today());
  await shop.setClock(`${(Date.UTC(of, 0, 10) - today) / 86_400_000} days`);
};
async function pool(of: number, declared: number, withLandRent = true): Promise<void> {
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256('x'), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  const drawn = {
    ...{ supplierId, title: '年终分红', year: of, declared: { amount: `${declared}`, currency: 'CNY' as const } },
    ...{ withLandRent, collective: null, paperId: paper!.file_id },
  };
  const { id } = await scale.asClerk(supplierId, (tx) => drawPool(tx, drawn));
  await scale.asClerk(supplierId, (tx) => declarePool(tx, scale.kit, { id, version: 1 }));
}

test('without any pool a year is owed once it is over, and once', async () => {
  const one = await letting(`${year - 1}-01-01`);
  await run();
  await run();
  expect(await rents(one)).toEqual([[`${year - 1}-12-31`, 100_000]]);
  const { data } = await viewEarnings(shop.database, one, undefined, 10);
  expect(data[0]!.why.zh).toBe(
    `流转土地 2.5 亩，保底租金每亩每年 400.00 元，${year - 1}年1月1日至${year - 1}年12月31日`,
  );
  await inJanuary(year + 1);
  await run();
  expect(await rents(one)).toEqual([
    [`${year - 1}-12-31`, 100_000],
    [`${year}-12-31`, 100_000],
  ]);
});

test('an agreement that began or ended within a year is owed its days of it, also those before anybody looked', async () => {
  const [late, gone] = [await letting(`${year - 2}-11-01`), await letting(`${year - 1}-01-01`, `${year - 1}-12-30`)];
  await run();
  expect(await rents(late)).toEqual([
    [`${year - 2}-12-31`, worth(61, year - 2)],
    [`${year - 1}-12-31`, 100_000],
  ]);
  expect(await rents(gone)).toEqual([[`${year - 1}-12-30`, worth(daysOf(year - 1) - 1, year - 1)]]);
});

test('a pool sets aside what the year owes: before or after the rents are owed, they are owed once', async () => {
  const one = await letting(`${year - 1}-01-01`);
  await pool(year - 1, 150_000);
  await run();
  expect(await rents(one)).toEqual([[`${year - 1}-12-31`, 100_000]]);
  const other = await letting(`${year - 1}-01-01`);
  await run();
  await pool(year - 1, 150_000);
  expect(await rents(other)).toEqual([[`${year - 1}-12-31`, 100_000]]);
  await pool(year - 1, 50_000, false);
  // Of 1,500.00 twice what the rents left, and 500.00: nothing of the rents is owed by a pool.
  expect(
    await shop.count(`select sum(amount_fen) from benefit.obligation where supplier_id = $1 and source_kind = 'pool'`, [
      supplierId,
    ]),
  ).toBe(150_000);
});

test('a pool in the middle of the year takes the days that are over; the rest of the year comes to its rent, to the fen', async () => {
  await inJanuary(year + 1);
  const one = await letting(`${year}-02-01`);
  await pool(year + 1, 200_000);
  // Nine days of the new year are over.
  expect(await rents(one)).toEqual([[`${year + 1}-01-09`, worth(9, year + 1)]]);
  await run();
  await inJanuary(year + 2);
  await run();
  const all = await rents(one);
  expect(all.map(([on]) => on)).toEqual([`${year}-12-31`, `${year + 1}-01-09`, `${year + 1}-12-31`]);
  expect(Number(all[1]![1]) + Number(all[2]![1])).toBe(100_000);
});

test('two workers and a pool at once owe every day once', async () => {
  const all = [
    await letting(`${year - 1}-01-01`),
    await letting(`${year - 1}-01-01`),
    await letting(`${year - 1}-07-01`),
  ];
  await Promise.all([run(), run(), pool(year - 1, 400_000)]);
  const days = daysOf(year - 1) - (Date.UTC(year - 1, 6, 1) - Date.UTC(year - 1, 0, 1)) / 86_400_000;
  expect((await Promise.all(all.map(rents))).map((rows) => rows.map(([, fen]) => fen))).toEqual([
    [100_000],
    [100_000],
    [worth(days, year - 1)],
  ]);
});
