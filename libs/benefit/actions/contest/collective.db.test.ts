import { randomUUID } from 'node:crypto';
import { command, type Actor } from '@xihuo/platform';
import { openShop, type Shop } from '@xihuo/testing';
import { declarePool, drawPool } from '../dividend/declare-pool';
import { viewCollectiveLines, viewCollectives } from '../view-collectives';
import { answerContest, decideContest } from './answer-contest';
import { contestLine, escalateContest, escalateSilent } from './open-contest';
import { viewContest, viewContests } from './view-contests';

/** A village collective objects to its share as a household does to its dues, and is answered by somebody else, by a day. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let supplierId: string;
let village: string;
let line: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  [supplierId, village] = [await shop.supplier(), await shop.supplier()];
  await shop.rows(`update registry.organisation set kind = 'ruralCollective', name_zh = '示例村集体' where id = $1`, [
    village,
  ]);
  const householdId = await shop.household(supplierId);
  const year = Number((await scale.today()).slice(0, 4)) - 1;
  await shop.agreedOnPaper([{ supplierId, householdId, kind: 'dividend', shares: 1, effectiveFrom: `${year}-01-01` }]);
  const drawn = {
    ...{ supplierId, title: '年终分红', year, declared: yuan(100_000), withLandRent: false, paperId: await paper() },
    collective: { organisationId: village, shareBp: 3_000 },
  };
  const { id } = await scale.asClerk(supplierId, (tx) => drawPool(tx, drawn));
  await scale.asClerk(supplierId, (tx) => declarePool(tx, scale.kit, { id, version: 1 }));
  line = await lineTo('collective_id', village);
});

const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });
type Grant = Extract<Actor, { kind: 'person' }>['grants'][number];
const none: Grant = { role: 'supplier', organisationId: null, jurisdiction: null, householdId: null };
const who = (...grants: Partial<Grant>[]): Actor => ({
  ...{ kind: 'person', personId: randomUUID(), grants: grants.map((of) => ({ ...none, ...of })) },
});
const clerkOf = (organisationId: string) => who({ organisationId });
const officer = () => who({ role: 'countyAgriculture', jurisdiction: '610629' });
const as = async <View>(actor: Actor, work: Parameters<typeof command<View>>[2]) =>
  (await command(shop.database, { name: 'test', requestId: 'test', actor }, work)).view;

async function paper(): Promise<string> {
  const [row] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256(uuidv7()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  return row!.file_id;
}
async function lineTo(whose: 'collective_id' | 'supplier_id', id: string): Promise<string> {
  const [row] = await shop.rows<{ id: string }>(`select id from benefit.obligation where ${whose} = $1 order by id`, [
    id,
  ]);
  return row!.id;
}
const objects = async (more: object = {}, by = clerkOf(village)) =>
  (await as(by, (tx) => contestLine(tx, scale.kit, { obligationId: line, reason: '决议写的是四成', ...more }))).id;
const seen = (id: string, actor = clerkOf(village)) => viewContest(shop.database, { actor, side: 'payee' }, id);
const said = async (id: string, add: number | null) => ({
  ...{ id, version: (await seen(id)).version, words: '已核对会议决议' },
  add: add === null ? null : yuan(add),
});
const answer = async (id: string, add: number | null, by = clerkOf(supplierId)) => {
  const words = await said(id, add);
  await as(by, (tx) => answerContest(tx, scale.kit, words));
};

test('it objects, is answered by the supplier with more, and reads that on its page', async () => {
  const id = await objects();
  expect(await seen(id)).toMatchObject({
    ...{ state: 'open', reason: '决议写的是四成', household: null, collective: { id: village, name: '示例村集体' } },
    obligation: { id: line, kind: 'collectiveShare', due: yuan(30_000) },
  });
  await answer(id, 10_000);
  expect(await seen(id)).toMatchObject({ state: 'upheld', answer: { by: 'supplier', added: yuan(10_000) } });
  const lines = await viewCollectiveLines(shop.database, clerkOf(village), village, {
    supplier: supplierId,
    limit: 10,
  });
  expect(lines.data.map(({ amounts, contestId }) => [amounts.due.amount, contestId])).toEqual([
    ['10000', null],
    ['30000', id],
  ]);
  expect((await viewCollectives(shop.database, clerkOf(village), { limit: 10 })).data[0]?.amounts.open).toEqual(
    yuan(40_000),
  );
});

test('who acts for both answers neither for the supplier nor for the county', async () => {
  const id = await objects();
  await expect(
    answer(id, null, who({ organisationId: supplierId }, { organisationId: village })),
  ).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await answer(id, null);
  const { version } = await seen(id);
  await as(clerkOf(village), (tx) => escalateContest(tx, scale.kit, { id, version }));
  const words = await said(id, 5_000);
  const itself = who({ role: 'countyAgriculture', jurisdiction: '610629' }, { organisationId: village });
  await expect(as(itself, (tx) => decideContest(tx, scale.kit, words))).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await as(officer(), (tx) => decideContest(tx, scale.kit, words));
  expect(await seen(id)).toMatchObject({ state: 'upheld', answer: { by: 'county', added: yuan(5_000) } });
});

test('unanswered by its day it goes to the county by itself', async () => {
  const id = await objects();
  await shop.setClock('16 days');
  expect(await shop.does((tx) => escalateSilent(tx, scale.kit))).toBe(1);
  expect((await seen(id)).state).toBe('escalated');
});

test("a household's line is not its own, nor is its objection anybody else's; a supplier does not object to what it owes", async () => {
  const [dividend] = await shop.rows<{ id: string }>(
    `select id from benefit.obligation where supplier_id = $1 and kind = 'dividend'`,
    [supplierId],
  );
  const stranger = clerkOf(await shop.supplier());
  await expect(objects({ obligationId: dividend!.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const by of [stranger, clerkOf(supplierId)])
    await expect(objects({}, by)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const id = await objects();
  await expect(objects()).rejects.toMatchObject({ code: 'CONTEST_OPEN' });
  await expect(seen(id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const listed = async (actor: Actor, side: 'parties' | 'payee') =>
    (await viewContests(shop.database, { actor, side }, { limit: 10 })).data.map((row) => row.id);
  expect([await listed(clerkOf(village), 'parties'), await listed(clerkOf(supplierId), 'parties')]).toEqual([
    [id],
    [id],
  ]);
  expect([await listed(clerkOf(village), 'payee'), await listed(stranger, 'parties')]).toEqual([[id], []]);
});
