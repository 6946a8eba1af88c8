import { randomUUID } from 'node:crypto';
import { command, type Actor } from '@xihuo/platform';
import { openShop, type Shop } from '@xihuo/testing';
import { viewEarnings } from '../view-earnings';
import { answerContest, decideContest } from './answer-contest';
import { contestLine, escalateContest, escalateSilent } from './open-contest';
import { viewContest, viewContests } from './view-contests';

type Scale = ReturnType<Shop['scale']>;
let shop: Shop;
let scale: Scale;
let supplierId: string;
let household: string;
let line: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  supplierId = await shop.supplier();
  household = await shop.workedDays(supplierId, 3, 10_000n);
  line = (await shop.rows<{ id: string }>('select id from benefit.obligation where household_id = $1', [household]))[0]!
    .id;
});

const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });
type Grant = Extract<Actor, { kind: 'person' }>['grants'][number];
const grant = (of: Partial<Grant>): Grant => ({
  ...{ role: 'farmer', organisationId: null, jurisdiction: null, householdId: null, ...of },
});
const who = (...grants: Partial<Grant>[]): Extract<Actor, { kind: 'person' }> => ({
  ...{ kind: 'person', personId: randomUUID(), grants: grants.map(grant) },
});
const clerk = () => who({ role: 'supplier', organisationId: supplierId });
const officer = (jurisdiction = '610629') => who({ role: 'countyRevitalisation', jurisdiction });
const farmer = () => who({ householdId: household });
const as = async <View>(actor: Actor, work: Parameters<typeof command<View>>[2]) =>
  (await command(shop.database, { name: 'test', requestId: 'test', actor }, work)).view;

const contest = async (of = line) =>
  (await as(farmer(), (tx) => contestLine(tx, scale.kit, { obligationId: of, reason: '少记了一天' }))).id;
const seen = (id: string) => viewContest(shop.database, { actor: farmer(), side: 'household' }, id);
type Words = { words?: string; add?: ReturnType<typeof yuan> | null };
const answer = async (id: string, said: Words = {}, by: Actor = clerk()) => {
  const { version } = await seen(id);
  await as(by, (tx) => answerContest(tx, scale.kit, { words: '已核对工票', add: null, ...said, id, version }));
};
const decide = async (id: string, said: Words = {}, by: Actor = officer()) => {
  const { version } = await seen(id);
  await as(by, (tx) => decideContest(tx, scale.kit, { words: '县里已核实', add: null, ...said, id, version }));
};
const escalate = async (id: string) => {
  const { version } = await seen(id);
  await as(farmer(), (tx) => escalateContest(tx, scale.kit, { id, version }));
};
const debt = () =>
  shop.count(
    `select balance_fen from ledger.balance_v join ledger.account on id = account_id
      where code = 'supplierDebt' and owner_id = $1`,
    [supplierId],
  );

test('what the supplier adds is a line of its own, of the same kind, with the reason in a sentence', async () => {
  const id = await contest();
  expect(await seen(id)).toMatchObject({
    ...{ state: 'open', version: 1, reason: '少记了一天', answer: null, household: { id: household } },
    obligation: { id: line, kind: 'wage', due: yuan(30_000) },
  });
  await answer(id, { add: yuan(10_000) });
  expect(await seen(id)).toMatchObject({
    state: 'upheld',
    answer: { by: 'supplier', words: '已核对工票', added: yuan(10_000) },
  });
  const earnings = await viewEarnings(shop.database, household, undefined, 10);
  expect(earnings.totals).toMatchObject({ due: yuan(40_000), open: yuan(40_000) });
  expect(earnings.data.map(({ kind, due }) => [kind, due.amount])).toEqual([
    ['wage', '10000'],
    ['wage', '30000'],
  ]);
  expect(earnings.data[0]!.why.zh).toBe('更正补付 100.00 元：针对 务工 3 天，每天 100.00 元');
  expect(earnings.data.find(({ id: of }) => of === line)).toMatchObject({ contestId: id });
  expect(await debt()).toBe(40_000);
});

test('explained away, the household takes it to the county, whose word is the last', async () => {
  const id = await contest();
  await expect(escalate(id)).rejects.toMatchObject({ code: 'ANSWER_NOT_DUE' });
  await answer(id);
  expect(await seen(id)).toMatchObject({ state: 'explained', answer: { by: 'supplier', added: null } });
  await expect(answer(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await escalate(id);
  await expect(answer(id, { add: yuan(1) })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await decide(id, { add: yuan(5_000) });
  expect(await seen(id)).toMatchObject({ state: 'upheld', answer: { by: 'county', added: yuan(5_000) } });
  expect(await debt()).toBe(35_000);
  await expect(decide(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});

test('the county may find the line right, and then it is over', async () => {
  const id = await contest();
  await answer(id);
  await escalate(id);
  await decide(id);
  expect(await seen(id)).toMatchObject({ state: 'closed', answer: { by: 'county', words: '县里已核实', added: null } });
  await expect(escalate(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect(await debt()).toBe(30_000);
});

test('unanswered beyond its day it goes to the county by itself', async () => {
  const id = await contest();
  await shop.setClock('15 days');
  expect(await shop.does((tx) => escalateSilent(tx, scale.kit))).toBe(0);
  await shop.setClock('16 days');
  expect(await shop.does((tx) => escalateSilent(tx, scale.kit))).toBe(1);
  expect(await seen(id)).toMatchObject({ state: 'escalated', escalatedAt: expect.any(String) });
  await expect(answer(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect(await shop.does((tx) => escalateSilent(tx, scale.kit))).toBe(0);
});

test('the household may take it there once the day is over', async () => {
  const id = await contest();
  await shop.setClock('16 days');
  await escalate(id);
  expect((await seen(id)).state).toBe('escalated');
});

test('one objection to a line at a time; the next once it is over', async () => {
  const id = await contest();
  await expect(contest()).rejects.toMatchObject({ code: 'CONTEST_OPEN' });
  await answer(id);
  await expect(contest()).rejects.toMatchObject({ code: 'CONTEST_OPEN' });
  const both = await Promise.allSettled([escalate(id), escalate(id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await decide(id);
  expect(await contest()).not.toBe(id);
});

test('nobody answers what is its own', async () => {
  const id = await contest();
  const clerkOfTheHousehold = who({ role: 'supplier', organisationId: supplierId }, { householdId: household });
  await expect(answer(id, {}, clerkOfTheHousehold)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await answer(id);
  await escalate(id);
  const officerAndClerk = who(
    { role: 'countyAgriculture', jurisdiction: '610629' },
    { role: 'supplier', organisationId: supplierId },
  );
  const officerOfTheHousehold = who({ role: 'countyAgriculture', jurisdiction: '610629' }, { householdId: household });
  const witness = officer();
  await shop.rows('update benefit.agreement set signed_by = $2 where household_id = $1', [household, witness.personId]);
  for (const by of [officerAndClerk, officerOfTheHousehold, witness])
    await expect(decide(id, {}, by)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await expect(decide(id, {}, officer('610630'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(decide(id, {}, clerk())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await decide(id);
});

test('added nothing is refused, and so is a stale answer; nothing is written', async () => {
  const id = await contest();
  await expect(answer(id, { add: yuan(0) })).rejects.toMatchObject({ code: 'CORRECTION_AMOUNT' });
  await expect(
    as(clerk(), (tx) => answerContest(tx, scale.kit, { id, version: 9, words: '已核对', add: null })),
  ).rejects.toMatchObject({ code: 'STALE_VERSION' });
  expect([(await seen(id)).state, await debt()]).toEqual(['open', 30_000]);
});

test("others' lines and others' objections are not there", async () => {
  const other = await shop.workedDays(supplierId, 1, 100n);
  const [strange] = await shop.rows<{ id: string }>('select id from benefit.obligation where household_id = $1', [
    other,
  ]);
  await expect(contest(strange!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(contest(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const id = await contest();
  const stranger = who({ role: 'supplier', organisationId: await shop.supplier() });
  await expect(answer(id, {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await viewContests(shop.database, { actor: stranger, side: 'readers' }, { limit: 10 })).data).toEqual([]);
});

test('what is still to be answered comes first', async () => {
  const lines = [line];
  for (let more = 0; more < 3; more += 1)
    lines.push(
      (
        await shop.rows<{ id: string }>(
          `insert into benefit.obligation (agreement_id, supplier_id, household_id, kind, source_kind, source_id, quantity, rate_fen, amount_fen, earned_on, created_at)
           select agreement_id, supplier_id, household_id, 'wage', 'work', gen_random_uuid(), 1, 100, 100, earned_on, now()
             from benefit.obligation where id = $1 returning id`,
          [line],
        )
      )[0]!.id,
    );
  const ids: string[] = [];
  for (const of of lines) ids.push(await contest(of));
  await answer(ids[1]!);
  await answer(ids[3]!, { add: yuan(1) });
  const actor = clerk();
  const seenIds: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await viewContests(shop.database, { actor, side: 'readers' }, { cursor, limit: 3 });
    seenIds.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  }
  expect(seenIds).toEqual([ids[2], ids[0], ids[3], ids[1]]);
});
