import { randomUUID } from 'node:crypto';
import type { Actor, Tx } from '@xihuo/platform';
import { openShop, type Shop } from '@xihuo/testing';
import { declarePool, drawPool } from '../dividend/declare-pool';
import { viewCollectiveLines, viewCollectives } from '../view-collectives';
import { confirmPayment, contestPayment, withdrawPayment } from './answer-payment';
import { recordOutsidePayment } from './record-payment';
import { viewOwnPayments, viewPayment, viewPayments } from './view-payments';

/** The village collective's share is paid past the platform as a household's dues are, and the collective reads what it is owed. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let supplierId: string;
let village: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  [supplierId, village] = [await shop.supplier(), await shop.supplier()];
  await shop.rows(`update registry.organisation set kind = 'ruralCollective', name_zh = '示例村集体' where id = $1`, [
    village,
  ]);
  const householdId = await shop.household(supplierId);
  const year = Number((await scale.today()).slice(0, 4)) - 1;
  const effectiveFrom = `${year}-01-01`;
  await shop.agreedOnPaper([{ supplierId, householdId, kind: 'dividend', shares: 1, effectiveFrom }]);
  const drawn = {
    ...{ supplierId, title: '年终分红', year, declared: yuan(100_000), withLandRent: false, paperId: await paper() },
    collective: { organisationId: village, shareBp: 3_000 },
  };
  const { id } = await clerk((tx) => drawPool(tx, drawn));
  await clerk((tx) => declarePool(tx, scale.kit, { id, version: 1 }));
});

const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });
const clerk = <View>(work: (tx: Tx) => Promise<View>, of = supplierId) => scale.asClerk(of, work);
const clerkOf = (organisationId: string): Actor => ({
  ...{ kind: 'person', personId: randomUUID() },
  grants: [{ role: 'supplier', organisationId, jurisdiction: null, householdId: null }],
});

async function paper(): Promise<string> {
  const [row] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256(uuidv7()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  return row!.file_id;
}
async function paid(fen: number, more: object = {}): Promise<string> {
  const payment = {
    ...{ id: randomUUID(), supplierId, collectiveId: village, method: 'bank' as const, paperId: await paper() },
    ...{ paidOn: await scale.today(), amount: yuan(fen), ...more },
  };
  await clerk((tx) => recordOutsidePayment(tx, scale.kit, payment));
  return payment.id;
}
const owed = async (as = village) =>
  (await viewCollectives(shop.database, clerkOf(as), { limit: 10 })).data.map(({ collective, amounts }) => [
    collective.id,
    ...[amounts.due, amounts.paidOutside, amounts.waiting, amounts.open].map(({ amount }) => Number(amount)),
  ]);
const lines = (as: string, open?: boolean) =>
  viewCollectiveLines(shop.database, clerkOf(as), village, { supplier: supplierId, open, limit: 10 });

test('it reads what it is owed and why, and nobody else does but who owes it', async () => {
  expect([await owed(), await owed(supplierId)]).toEqual([
    [[village, 30_000, 0, 0, 30_000]],
    [[village, 30_000, 0, 0, 30_000]],
  ]);
  for (const who of [village, supplierId])
    expect((await lines(who, true)).data.map(({ kind, why }) => [kind, why.zh])).toEqual([
      ['collectiveShare', '年终分红：村集体收益'],
    ]);
  const stranger = await shop.supplier();
  expect(await owed(stranger)).toEqual([]);
  await expect(lines(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what it was paid is off once it says so itself, and is settled no more', async () => {
  const id = await paid(12_000);
  expect(await owed()).toEqual([[village, 30_000, 0, 12_000, 18_000]]);
  const own = await viewOwnPayments(shop.database, clerkOf(village), { limit: 10 });
  expect(own.data.map((row) => [row.id, row.collective?.name, row.household])).toEqual([[id, '示例村集体', null]]);
  await expect(clerk((tx) => confirmPayment(tx, scale.kit, { id, version: 1 }))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await clerk((tx) => confirmPayment(tx, scale.kit, { id, version: 1 }), village);
  expect(await owed()).toEqual([[village, 30_000, 12_000, 0, 18_000]]);
  const { data } = await viewPayments(shop.database, clerkOf(village), { collective: village, limit: 10 });
  expect(data.map(({ state, parts }) => [state, parts.length])).toEqual([['confirmed', 1]]);
});

test('it says that it has no money, and the supplier takes that back', async () => {
  const id = await paid(30_000);
  const no = { id, version: 1, reason: '账上没有这笔钱' };
  await clerk((tx) => contestPayment(tx, scale.kit, no), village);
  expect(await viewPayment(shop.database, { actor: clerkOf(village), side: 'payee' }, id)).toMatchObject({
    ...{ state: 'contested', contest: { reason: no.reason } },
  });
  await clerk((tx) => withdrawPayment(tx, scale.kit, { id, version: 2, reason: '登记错了' }));
  expect(await owed()).toEqual([[village, 30_000, 0, 0, 30_000]]);
});

test.each([
  ['more than its share', 30_001, () => Promise.resolve({}), 'OUTSIDE_PAYMENT_TOO_LARGE'],
  ['a collective with no share', 100, async () => ({ collectiveId: await shop.supplier() }), 'NOT_FOUND'],
  ['a debt to a household', 100, async () => ({ obligationIds: [await dividend()] }), 'NOT_FOUND'],
])('refused: %s', async (_name, fen, more, code) => {
  await expect(paid(fen, await more())).rejects.toMatchObject({ code });
});

async function dividend(): Promise<string> {
  const [row] = await shop.rows<{ id: string }>(
    `select id from benefit.obligation where supplier_id = $1 and kind = 'dividend'`,
    [supplierId],
  );
  return row!.id;
}
