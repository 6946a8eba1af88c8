import { randomUUID } from 'node:crypto';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { viewEarnings } from '../view-earnings';
import { declareDistribution, discardDistribution, drawDistribution } from './declare-distribution';
import { viewDistribution, viewDistributions } from './view-distributions';
import { viewDistributionYear } from './view-year';

type Scale = ReturnType<Shop['scale']>;
let scale: Scale;
let shop: Shop;
let offer: Offer;
let supplierId: string;
let paperId: string;
let households: string[];

/** The harvest of the builders is of January 2026: a year later that year is over. */
const YEAR = 2026;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
  await shop.setClock('400 days');
});
afterAll(() => shop?.close());
beforeEach(async () => {
  offer = await shop.offer();
  ({ supplierId } = offer);
  // Bought for 10.00, 20.00 and 30.00 a piece, with a premium of 5 % on each.
  ({ households } = await shop.harvest({
    ...{ offer, grams: [1_000n, 2_000n, 3_000n], floorFenPerKg: 1_000n, premiumFenPerKg: 50n },
  }));
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256('x'), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  paperId = paper!.file_id;
});

const yuan = (fen: bigint | number) => ({ amount: String(fen), currency: 'CNY' as const });
type Drawn = Parameters<typeof drawDistribution>[1];
const drawn = (more: Partial<Drawn> = {}): Drawn => ({
  ...{ supplierId, year: YEAR, surplus: yuan(1_200_000), losses: yuan(100_000), reserve: yuan(100_000) },
  ...{ byVolume: yuan(600_000), paperId, ...more },
});
const draw = async (more: Partial<Drawn> = {}) =>
  (await scale.asClerk(supplierId, (tx) => drawDistribution(tx, drawn(more)))).id;
const declare = (id: string, version = 1) =>
  scale.asClerk(supplierId, (tx) => declareDistribution(tx, scale.kit, { id, version }));
const reader = () => ({
  ...{ kind: 'person' as const, personId: randomUUID() },
  grants: [{ role: 'supplier' as const, organisationId: supplierId, jurisdiction: null, householdId: null }],
});
const seen = (id: string) => viewDistribution(shop.database, reader(), id);
const refunds = () =>
  shop.rows<{ household_id: string; quantity: string; amount_fen: string }>(
    `select household_id, quantity, amount_fen from benefit.obligation
      where supplier_id = $1 and kind = 'surplusRefund' order by quantity`,
    [supplierId],
  );
const written = () => shop.count('select count(*) from benefit.distribution where supplier_id = $1', [supplierId]);

test('59.99 % is refused with the article, 60 % goes back by the volume that deliveries made', async () => {
  const below = await draw({ byVolume: yuan(599_900) }).catch((error: unknown) => error);
  expect(below).toMatchObject({
    code: 'DISTRIBUTION_BELOW_SIXTY',
    message: expect.stringContaining('art. 44'),
    extra: { shareBp: 5_999, leastBp: 6_000, leastByVolume: yuan(600_000) },
  });
  await expect(draw({ byVolume: yuan(599_999) })).rejects.toMatchObject({ code: 'DISTRIBUTION_BELOW_SIXTY' });
  expect(await written()).toBe(0);

  const id = await draw();
  expect(await seen(id)).toMatchObject({
    ...{ state: 'draft', year: YEAR, shareBp: 6_000, members: 3, paperId },
    ...{ distributable: yuan(1_000_000), byVolume: yuan(600_000), byAccount: yuan(400_000) },
  });
  const parts = (await seen(id)).parts.map(({ household, volume, amount }) => [household.id, volume, amount]);
  expect(new Set(parts.map(([household]) => household))).toEqual(new Set(households));
  expect(parts).toEqual(
    expect.arrayContaining([
      [households[0], yuan(1_050), yuan(100_000)],
      [households[1], yuan(2_100), yuan(200_000)],
      [households[2], yuan(3_150), yuan(300_000)],
    ]),
  );
  expect(await refunds()).toEqual([]);

  await declare(id);
  expect(await seen(id)).toMatchObject({ state: 'declared', version: 2, members: 3 });
  expect(await refunds()).toEqual([
    { household_id: households[0], quantity: '1050', amount_fen: '100000' },
    { household_id: households[1], quantity: '2100', amount_fen: '200000' },
    { household_id: households[2], quantity: '3150', amount_fen: '300000' },
  ]);
  const earnings = await viewEarnings(shop.database, households[2]!, undefined, 10);
  expect(earnings.data[0]!.why.zh).toBe('2026 年盈余返还，当年交易额 31.50 元');
});

test.each([
  ['more than there is', { byVolume: yuan(1_000_001) }, 'DISTRIBUTION_ABOVE_SURPLUS'],
  ['a surplus that losses eat up', { losses: yuan(1_100_000) }, 'NOTHING_DISTRIBUTABLE'],
  ['figures that do not add up', { losses: yuan(900_000), reserve: yuan(400_000) }, 'NOTHING_DISTRIBUTABLE'],
  ['nothing by volume', { byVolume: yuan(0) }, 'DISTRIBUTION_BELOW_SIXTY'],
  ['a year that is not over', { year: 2099 }, 'DISTRIBUTION_OF_YEAR'],
  ['a year without deliveries', { year: YEAR - 1 }, 'DISTRIBUTION_WITHOUT_VOLUME'],
  ['without the resolution of the meeting', { paperId: randomUUID() }, 'PAPER_UNKNOWN'],
] as const)('%s is refused, nothing written', async (_name, more, code) => {
  await expect(draw(more)).rejects.toMatchObject({ code });
  expect(await written()).toBe(0);
});

test('a company does not distribute a surplus by this law', async () => {
  await shop.rows(`update registry.organisation set kind = 'company' where id = $1`, [supplierId]);
  await expect(draw()).rejects.toMatchObject({ code: 'NOT_A_COOPERATIVE' });
});

test('once for one year, even where two are declared at once', async () => {
  const [first, second] = [await draw(), await draw({ byVolume: yuan(700_000) })];
  const outcomes = await Promise.allSettled([declare(first), declare(second)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'DISTRIBUTION_OF_YEAR' },
  });
  await expect(draw()).rejects.toMatchObject({ code: 'DISTRIBUTION_OF_YEAR' });
  expect((await refunds()).length).toBe(3);
});

test('only what was confirmed and stands is volume: neither what waits, nor what was corrected', async () => {
  const [household] = households;
  await shop.rows(`update trace.delivery set counts = false, state = 'corrected' where household_id = $1`, [household]);
  await shop.rows(
    `with sheet as (
       insert into trace.lot_paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
       select gen_random_uuid(), supplier_id, sha256('x'), 1, gen_random_uuid(), now() from trace.delivery where household_id = $1
       returning file_id)
     update trace.delivery set state = 'witnessed', confirmed_at = null, confirmed_by = null, confirmed_how = null,
            witness_name = '示例见证人', witness_role = 'neighbour', witnessed_at = now(), confirms_on = '2099-01-01',
            witness_file_id = (select file_id from sheet limit 1)
      where household_id = $1`,
    [households[1]],
  );
  const id = await draw();
  expect((await seen(id)).parts.map((part) => part.household.id)).toEqual([households[2]]);
  expect((await seen(id)).parts[0]!.amount).toEqual(yuan(600_000));
});

test('a draft is checked anew when it is declared', async () => {
  const id = await draw();
  await shop.rows(`update registry.organisation set kind = 'company' where id = $1`, [supplierId]);
  await expect(declare(id)).rejects.toMatchObject({ code: 'NOT_A_COOPERATIVE' });
  expect(await refunds()).toEqual([]);
});

test('the database itself takes no unlawful share', async () => {
  await expect(
    shop.rows(
      `insert into benefit.distribution (supplier_id, year, surplus_fen, losses_fen, reserve_fen, by_volume_fen, least_bp, paper_id, created_by, created_at)
       values ($1, 2025, 1000000, 0, 0, 599999, 6000, $2, gen_random_uuid(), now())`,
      [supplierId, paperId],
    ),
  ).rejects.toMatchObject({ constraint: 'lawful_share' });
});

test('steps out of order, stale ones, and those of strangers', async () => {
  const [id, gone] = [await draw(), await draw()];
  const discard = (of: string, version: number) =>
    scale.asClerk(supplierId, (tx) => discardDistribution(tx, { id: of, version, reason: '重新核算' }));
  await expect(declare(id, 3)).rejects.toMatchObject({ code: 'STALE_VERSION' });
  await discard(gone, 1);
  await expect(declare(gone, 2)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await declare(id);
  await expect(discard(id, 2)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  const stranger = await shop.supplier();
  const deciding = { id, version: 2 };
  await expect(scale.asClerk(stranger, (tx) => declareDistribution(tx, scale.kit, deciding))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const list = await viewDistributions(shop.database, reader(), { limit: 10 });
  expect(list.data.map(({ state }) => state)).toEqual(['discarded', 'declared']);
});

test('before figures are typed: the share of the law as of today, and the volume on record', async () => {
  const year = (of = reader(), more: object = {}) =>
    viewDistributionYear(shop.database, of, { supplier: supplierId, year: YEAR, ...more });
  expect(await year()).toMatchObject({
    ...{ year: YEAR, isOver: true, declaredId: null, leastBp: 6_000, members: 3, volume: yuan(6_300) },
    source: 'test',
  });
  expect(await year(reader(), { year: 2099 })).toMatchObject({ isOver: false, members: 0, volume: yuan(0) });
  const id = await draw();
  await declare(id);
  expect(await year()).toMatchObject({ declaredId: id });
  await expect(year(reader(), { supplier: await shop.supplier() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the share of the law is a dated setting: the check moves on its day, and what is drawn up keeps its own', async () => {
  const id = await draw();
  await shop.rows(
    `insert into registry.policy (key, value, effective_from, source)
     select key, '6500'::jsonb, (platform.business_now() at time zone 'Asia/Shanghai')::date, 'a stricter law' from registry.policy
      where key = 'benefit.leastVolumeBp' limit 1`,
  );
  try {
    await expect(draw()).rejects.toMatchObject({ code: 'DISTRIBUTION_BELOW_SIXTY', extra: { leastBp: 6_500 } });
    await expect(declare(id)).rejects.toMatchObject({ code: 'DISTRIBUTION_BELOW_SIXTY' });
    expect(await seen(id)).toMatchObject({ leastBp: 6_000, state: 'draft' });
    expect(await viewDistributionYear(shop.database, reader(), { supplier: supplierId, year: YEAR })).toMatchObject({
      leastBp: 6_500,
    });
  } finally {
    await shop.rows(`delete from registry.policy where source = 'a stricter law'`);
  }
});
