import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '@xihuo/testing';
import { viewEarnings } from '../view-earnings';
import { declarePool, discardPool, drawPool } from './declare-pool';
import { viewPool, viewPools } from './view-pools';

type Scale = ReturnType<Shop['scale']>;
let scale: Scale;
let shop: Shop;
let supplierId: string;
let paperId: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
  YEAR = Number((await scale.today()).slice(0, 4)) - 1;
});
afterAll(() => shop?.close());
beforeEach(async () => {
  supplierId = await shop.supplier();
  paperId = await paper(supplierId);
});

const yuan = (fen: bigint | number) => ({ amount: String(fen), currency: 'CNY' as const });
/** A year that is over, so that its rents are whole. */
let YEAR: number;

async function paper(of: string): Promise<string> {
  const [row] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256('x'), 1, gen_random_uuid(), now()) returning file_id`,
    [of],
  );
  return row!.file_id;
}

/** A household with a dividend agreement: shares, and perhaps land at a rent for a mu. */
async function holder(shares: number, land?: { muHundredths: number; rentFenPerMu: number }): Promise<string> {
  const householdId = await shop.household(supplierId);
  await shop.agreedOnPaper([{ supplierId, householdId, kind: 'dividend', shares, effectiveFrom: `${YEAR}-01-01` }]);
  if (land)
    await shop.rows(
      'update benefit.agreement set land_mu_hundredths = $2, rent_fen_per_mu = $3 where household_id = $1',
      [...[householdId, land.muHundredths, land.rentFenPerMu]],
    );
  return householdId;
}

async function collective(): Promise<string> {
  const id = await shop.supplier();
  await shop.rows(`update registry.organisation set kind = 'ruralCollective', name_zh = '示例村集体' where id = $1`, [
    id,
  ]);
  return id;
}

type Drawn = Parameters<typeof drawPool>[1];
const drawn = (more: Partial<Drawn> = {}): Drawn => ({
  ...{ supplierId, title: '年终分红', year: YEAR, declared: yuan(100_000), withLandRent: false, collective: null },
  ...{ paperId, ...more },
});
const draw = async (more: Partial<Drawn> = {}) =>
  (await scale.asClerk(supplierId, (tx) => drawPool(tx, drawn(more)))).id;
const declare = (id: string, version = 1) =>
  scale.asClerk(supplierId, (tx) => declarePool(tx, scale.kit, { id, version }));
const reader = () => ({
  ...{ kind: 'person' as const, personId: randomUUID() },
  grants: [{ role: 'supplier' as const, organisationId: supplierId, jurisdiction: null, householdId: null }],
});
const seen = (id: string) => viewPool(shop.database, reader(), id);
const debt = () =>
  shop.count(
    `select coalesce(sum(balance_fen), 0) from ledger.balance_v join ledger.account on id = account_id
      where code = 'supplierDebt' and owner_id = $1`,
    [supplierId],
  );
const owed = () =>
  shop.rows<{ kind: string; payee_id: string; amount_fen: string }>(
    `select kind, payee_id, amount_fen from benefit.obligation where supplier_id = $1 order by kind, amount_fen`,
    [supplierId],
  );

test('a draft shows every part and owes nothing; declared, every part is owed and the ledger says the same', async () => {
  const landed = await holder(2, { muHundredths: 350, rentFenPerMu: 10_000 });
  const other = await holder(1);
  const village = await collective();
  const id = await draw({ withLandRent: true, collective: { organisationId: village, shareBp: 4_000 } });

  const draft = await seen(id);
  expect(draft).toMatchObject({
    ...{ state: 'draft', version: 1, payees: 3, declaredOn: null, paperId },
    ...{ landRent: yuan(35_000), collectiveShare: yuan(26_000), dividend: yuan(39_000) },
    collective: { organisationId: village, name: '示例村集体', shareBp: 4_000 },
  });
  expect(draft.parts.map(({ kind, weight, amount }) => [kind, weight, amount.amount])).toEqual(
    expect.arrayContaining([
      ['landRent', 350, '35000'],
      ['collectiveShare', 4_000, '26000'],
      ['dividend', 2, '26000'],
      ['dividend', 1, '13000'],
    ]),
  );
  expect([await owed(), await debt()]).toEqual([[], 0]);

  await declare(id);
  const declared = await seen(id);
  expect(declared).toMatchObject({ state: 'declared', version: 2, declaredOn: await scale.today() });
  expect([...declared.parts].sort(byWeight)).toEqual([...draft.parts].sort(byWeight));
  expect(await owed()).toEqual([
    { kind: 'collectiveShare', payee_id: village, amount_fen: '26000' },
    { kind: 'dividend', payee_id: other, amount_fen: '13000' },
    { kind: 'dividend', payee_id: landed, amount_fen: '26000' },
    { kind: 'landRent', payee_id: landed, amount_fen: '35000' },
  ]);
  expect(await debt()).toBe(100_000);
  const earnings = await viewEarnings(shop.database, landed, undefined, 10);
  expect(earnings.data.map((line) => line.why.zh).sort()).toEqual([
    '年终分红：收益分红，2 股',
    `流转土地 3.5 亩，保底租金每亩每年 100.00 元，${YEAR}年1月1日至${YEAR}年12月31日`,
  ]);
});

const byWeight = (a: { weight: number }, b: { weight: number }) => a.weight - b.weight;

test('the odd fen goes to the smaller agreement, and a share that is worth nothing is no debt', async () => {
  for (let holders = 0; holders < 3; holders += 1) await holder(1);
  await declare(await draw({ declared: yuan(2) }));
  const parts = await shop.rows<{ amount_fen: string }>(
    `select amount_fen from benefit.pool_part join benefit.agreement on agreement.id = agreement_id
      where supplier_id = $1 order by agreement_id`,
    [supplierId],
  );
  expect(parts.map((part) => part.amount_fen)).toEqual(['1', '1', '0']);
  expect((await owed()).length).toBe(2);
});

test('a rent is set aside once, by the pool that was declared first', async () => {
  await holder(1, { muHundredths: 100, rentFenPerMu: 60_000 });
  const [first, second] = [await draw({ withLandRent: true }), await draw({ withLandRent: true })];
  await declare(first);
  expect(await seen(second)).toMatchObject({ landRent: yuan(0), dividend: yuan(100_000) });
  await declare(second);
  const rents = (await owed()).filter(({ kind }) => kind === 'landRent');
  expect(rents.map(({ amount_fen: fen }) => fen)).toEqual(['60000']);
});

test('two pools that are declared at once pay no rent twice', async () => {
  await holder(1, { muHundredths: 100, rentFenPerMu: 60_000 });
  const pools = [await draw({ withLandRent: true }), await draw({ withLandRent: true })];
  await Promise.all(pools.map((id) => declare(id)));
  expect((await owed()).filter(({ kind }) => kind === 'landRent').length).toBe(1);
  expect(await debt()).toBe(200_000);
});

test.each([
  ['nothing at all', { declared: yuan(0) }, 'AMOUNT_ZERO'],
  ['rents above what was declared', { declared: yuan(59_999), withLandRent: true }, 'POOL_TOO_SMALL'],
  ['a collective that is none', { collective: { organisationId: randomUUID(), shareBp: 1 } }, 'NOT_A_COLLECTIVE'],
  ['a paper nobody handed in', { paperId: randomUUID() }, 'PAPER_UNKNOWN'],
  ['a year to come', { year: 2099 }, 'INVALID_INPUT'],
] as const)('%s is refused, nothing written', async (_name, more, code) => {
  await holder(1, { muHundredths: 100, rentFenPerMu: 60_000 });
  await expect(draw(more)).rejects.toMatchObject({ code });
  expect(await shop.count('select count(*) from benefit.pool where supplier_id = $1', [supplierId])).toBe(0);
});

test('a pool that pays nobody is refused, drawn up or declared', async () => {
  await expect(draw()).rejects.toMatchObject({ code: 'POOL_WITHOUT_PAYEES' });
  const householdId = await holder(1);
  const id = await draw();
  await shop.rows(`update benefit.agreement set effective_to = make_date($2, 1, 31) where household_id = $1`, [
    householdId,
    YEAR,
  ]);
  expect(await seen(id)).toMatchObject({ state: 'draft', parts: [] });
  await expect(declare(id)).rejects.toMatchObject({ code: 'POOL_WITHOUT_PAYEES' });
  expect(await debt()).toBe(0);
});

test("another supplier's paper, another supplier's collective of the wrong kind, another supplier's pool", async () => {
  await holder(1);
  const stranger = await shop.supplier();
  await expect(draw({ paperId: await paper(stranger) })).rejects.toMatchObject({ code: 'PAPER_UNKNOWN' });
  await expect(draw({ collective: { organisationId: stranger, shareBp: 1 } })).rejects.toMatchObject({
    code: 'NOT_A_COLLECTIVE',
  });
  const id = await draw();
  const deciding = { id, version: 1 };
  await expect(scale.asClerk(stranger, (tx) => declarePool(tx, scale.kit, deciding))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(scale.asClerk(stranger, (tx) => drawPool(tx, drawn()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what is declared is neither declared again nor discarded, a stale draft not declared', async () => {
  await holder(1);
  const [id, gone] = [await draw(), await draw()];
  await expect(declare(id, 2)).rejects.toMatchObject({ code: 'STALE_VERSION' });
  await declare(id);
  await expect(declare(id, 2)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  const discard = (pool: string, version: number) =>
    scale.asClerk(supplierId, (tx) => discardPool(tx, { id: pool, version, reason: '写错了' }));
  await expect(discard(id, 2)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await discard(gone, 1);
  expect(await seen(gone)).toMatchObject({ state: 'discarded', discardReason: '写错了' });
  await expect(declare(gone, 2)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect(await debt()).toBe(100_000);
});

test('lists come newest first, for the own supplier and nobody else', async () => {
  await holder(1);
  const ids = [await draw(), await draw(), await draw()].reverse();
  const first = await viewPools(shop.database, reader(), { limit: 2 });
  const rest = await viewPools(shop.database, reader(), { limit: 2, cursor: first.nextCursor! });
  expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual(ids);
  expect(rest.nextCursor).toBeNull();
  supplierId = await shop.supplier();
  expect((await viewPools(shop.database, reader(), { limit: 2 })).data).toEqual([]);
});
