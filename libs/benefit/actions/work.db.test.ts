import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { openShop, type Shop } from '@xihuo/testing';
import { drawAgreements } from './draw-agreements';
import { answerContest } from './contest/answer-contest';
import { contestLine } from './contest/open-contest';
import { correctWork, enterSheet, makeDayCode, workByCode } from './enter-work';
import { offerAgreements } from './offer-agreements';
import { confirmWork, contestWork, letWorkStand, withdrawWork } from './settle-work';
import { signAgreements } from './sign-agreement';
import { viewEarnings } from './view-earnings';
import type { Terms } from '../rules/words';

type Scale = ReturnType<Shop['scale']>;
let scale: Scale;
let supplierId: string;
let householdId: string;
let agreementId: string;
let today: string;

const DAILY: Terms = {
  ...{ kind: 'employment', dailyWage: { amount: '10000', currency: 'CNY' }, pieceRate: null, pieceName: null },
  workDaysPerYear: 200,
};
const PIECES: Terms = { ...DAILY, dailyWage: null, pieceRate: { amount: '100', currency: 'CNY' }, pieceName: '筐' };

const clerk = <View>(does: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(supplierId, does);
const worker = <View>(does: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, does);

/** An agreement that both sides signed, from today on. */
const agreed = async (terms: Terms, effectiveTo: string | null = null) =>
  scale.shop.does(async (tx) => {
    const ids = await drawAgreements(tx, [{ supplierId, householdId, terms, effectiveFrom: today, effectiveTo }]);
    await offerAgreements(tx, ids);
    await signAgreements(tx, ids, { way: 'session', on: today });
    return ids[0]!;
  });

/** Days until the next month begins: work is written down month by month, and today may be the last of one. */
let first = 0;
const inDays = (days: number) => scale.shop.setClock(`${first + days} days`);

beforeAll(async () => {
  scale = (await openShop()).scale();
  const now = await scale.today();
  while (!time.addDays(now, first).endsWith('-01')) first += 1;
  await inDays(0);
});
afterAll(() => scale?.shop.close());
beforeEach(async () => {
  supplierId = await scale.shop.supplier();
  householdId = await scale.shop.household(supplierId);
  today = await scale.today();
  agreementId = await agreed(DAILY);
});
afterEach(() => inDays(0));

const line = (more: object = {}) => ({
  ...{
    id: randomUUID(),
    agreementId,
    from: today,
    to: today,
    days: 1,
    pieces: null,
    worker: null as string | null,
    ...more,
  },
});
const paper = async (of = supplierId) => {
  const id = randomUUID();
  await scale.shop.rows(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values ($1, $2, sha256('x'), 1, gen_random_uuid(), now())`,
    [id, of],
  );
  return id;
};
const enter = async (lines: ReturnType<typeof line>[], paperId: string | null = null) =>
  clerk((tx) =>
    enterSheet(tx, scale.kit, {
      ...{ supplierId, lines },
      witness: paperId === null ? null : { name: '示例村干部', role: 'villageOfficer', paperId },
    }),
  );
const rowOf = async (id: string) =>
  (
    await scale.shop.rows<{ state: string; row_version: number; how: string | null }>(
      'select state, row_version, how from benefit.work_record where id = $1',
      [id],
    )
  )[0]!;
const deciding = async (id: string) => ({ id, version: (await rowOf(id)).row_version });
const confirm = async (id: string) => {
  const step = await deciding(id);
  await worker((tx) => confirmWork(tx, step));
};
const contest = async (id: string) => {
  const step = await deciding(id);
  await worker((tx) => contestWork(tx, scale.kit, { ...step, reason: '少记了一天' }));
};
const correct = async (id: string, more: object = {}) => {
  const [step, better] = [await deciding(id), line(more)];
  const { agreementId: _, ...rest } = better;
  const send = () =>
    clerk((tx) => correctWork(tx, scale.kit, { deciding: step, correction: { ...rest, reason: '记错了' } }));
  return { id: await send(), again: send };
};
const owed = () =>
  scale.shop.rows(
    `select quantity::int, rate_fen::int, amount_fen::int from benefit.obligation where household_id = $1 and kind = 'wage' order by id`,
    [householdId],
  );
const written = () => scale.shop.count('select count(*) from benefit.work_record where supplier_id = $1', [supplierId]);

test('a sheet waits for the worker, is owed once the worker says so, and once only', async () => {
  const one = line();
  await enter([one]);
  expect([await rowOf(one.id), await owed()]).toMatchObject([{ state: 'recorded' }, []]);
  await confirm(one.id);
  expect(await owed()).toEqual([{ quantity: 1, rate_fen: 10_000, amount_fen: 10_000 }]);
  await expect(confirm(one.id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});

test('what is added to work by the piece says its own sum, and the pieces it is for', async () => {
  householdId = await scale.shop.household(supplierId);
  const one = line({ agreementId: await agreed(PIECES), pieces: 120 });
  await enter([one]);
  await confirm(one.id);
  const [{ id: obligationId }] = (await scale.shop.rows<{ id: string }>(
    'select id from benefit.obligation where source_id = $1',
    [one.id],
  )) as [{ id: string }];
  const { id } = await worker((tx) => contestLine(tx, scale.kit, { obligationId, reason: '少记了五筐' }));
  const add = { amount: '500', currency: 'CNY' as const };
  await clerk((tx) => answerContest(tx, scale.kit, { id, version: 1, words: '已核对工票', add }));
  const { data } = await viewEarnings(scale.shop.database, householdId, undefined, 10);
  expect(data[0]).toMatchObject({ due: add, why: { zh: '更正补付 5.00 元：针对 计件务工 120 筐，每筐 1.00 元' } });
});

test('a queue sends twice: one record; the same id with other days is an error', async () => {
  const one = line();
  expect(await enter([one])).toEqual([one.id]);
  expect(await enter([one])).toEqual([one.id]);
  await inDays(2);
  await expect(enter([{ ...one, to: time.addDays(today, 1) }])).rejects.toMatchObject({ code: 'ID_USED' });
  expect(await written()).toBe(1);
});

test('a witnessed sheet stands after its days, once, and what was contested does not', async () => {
  const one = line();
  await enter([one], await paper());
  expect(await scale.shop.does(letWorkStand)).toBe(0);
  await inDays(1);
  const later = line({ from: time.addDays(today, 1), to: time.addDays(today, 1) });
  await enter([later], await paper());
  await contest(later.id);
  await inDays(9);
  expect(await scale.shop.does(letWorkStand)).toBe(1);
  expect(await scale.shop.does(letWorkStand)).toBe(0);
  expect([await rowOf(one.id), await rowOf(later.id)]).toMatchObject([
    { state: 'uncontested', how: 'sheet' },
    { state: 'contested' },
  ]);
  await confirm(one.id);
  expect(await owed()).toHaveLength(1);
});

test('the code of the day confirms at once; another code, another day and another household do not', async () => {
  const { code } = await clerk((tx) => makeDayCode(tx, { supplierId, code: '123456' }));
  expect((await clerk((tx) => makeDayCode(tx, { supplierId, code: '654321' }))).code).toBe(code);
  const type = (typed: string) => worker((tx) => workByCode(tx, { agreementId, code: typed, pieces: null }));
  await expect(type('000000')).rejects.toMatchObject({ code: 'WRONG_CODE' });
  const stranger = await scale.shop.household(supplierId);
  await expect(
    scale.asHousehold(stranger, (tx) => workByCode(tx, { agreementId, code, pieces: null })),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const id = await type(code);
  expect([await rowOf(id), await owed()]).toMatchObject([
    { state: 'confirmed', how: 'code' },
    [{ amount_fen: 10_000 }],
  ]);
  await expect(type(code)).rejects.toMatchObject({ code: 'WORK_OVERLAPS' });
  await inDays(1);
  await expect(type(code)).rejects.toMatchObject({ code: 'WRONG_CODE' });
});

test('what is wrong is corrected without erasing; the worker confirms the new one; sent twice it is one', async () => {
  const one = line();
  await enter([one]);
  await contest(one.id);
  await inDays(2);
  const better = await correct(one.id, { to: time.addDays(today, 1), days: 2 });
  expect(await better.again()).toBe(better.id);
  expect([await rowOf(one.id), await rowOf(better.id)]).toMatchObject([{ state: 'corrected' }, { state: 'recorded' }]);
  await confirm(better.id);
  expect(await owed()).toEqual([{ quantity: 2, rate_fen: 10_000, amount_fen: 20_000 }]);
  await expect(correct(one.id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});

test('a record is taken back while nothing of it is earned, and its days are free again', async () => {
  const one = line();
  await enter([one]);
  const step = await deciding(one.id);
  await clerk((tx) => withdrawWork(tx, scale.kit, { ...step, reason: '记错了人' }));
  const again = line();
  await enter([again]);
  await confirm(again.id);
  const late = await deciding(again.id);
  await expect(clerk((tx) => withdrawWork(tx, scale.kit, { ...late, reason: '不想付' }))).rejects.toMatchObject({
    code: 'NOT_AT_THIS_STEP',
  });
});

test('pieces earn their rate, and never less than the county’s least day wage', async () => {
  householdId = await scale.shop.household(supplierId);
  agreementId = await agreed(PIECES);
  await inDays(1);
  const [few, many] = [
    line({ pieces: 10 }),
    line({ pieces: 90, from: time.addDays(today, 1), to: time.addDays(today, 1) }),
  ];
  await enter([few, many]);
  await confirm(few.id);
  await confirm(many.id);
  expect(await owed()).toEqual([
    { quantity: 10, rate_fen: 100, amount_fen: 3_000 },
    { quantity: 90, rate_fen: 100, amount_fen: 9_000 },
  ]);
});

test.each<[string, () => Promise<object>, string]>([
  ['tomorrow', () => Promise.resolve({ to: time.addDays(today, 1) }), 'WORK_DAYS'],
  ['more days than lie between', () => Promise.resolve({ days: 2 }), 'WORK_DAYS'],
  ['pieces by the day', () => Promise.resolve({ pieces: 3 }), 'WORK_PIECES'],
  [
    'before the agreement began',
    () => Promise.resolve({ from: time.addDays(today, -1), to: time.addDays(today, -1) }),
    'AGREEMENT_NOT_IN_FORCE',
  ],
  [
    'under an agreement of another supplier',
    async () => {
      const [mine, theirs] = [[supplierId, householdId], await scale.shop.supplier()] as const;
      [supplierId, householdId] = [theirs, await scale.shop.household(theirs)];
      const strange = await agreed(DAILY);
      [supplierId, householdId] = mine as [string, string];
      return { agreementId: strange };
    },
    'NOT_FOUND',
  ],
  [
    'that is not employment',
    async () => ({
      agreementId: await agreed({ kind: 'dividend', shares: 1, landMuHundredths: null, rentPerMu: null }),
    }),
    'WORK_NOT_EMPLOYMENT',
  ],
])('work %s is refused by the name of its rule, and nothing of the sheet is written', async (_, more, code) => {
  const wrong = line(await more());
  const right = wrong.agreementId === agreementId ? [] : [line()];
  await expect(enter([...right, wrong])).rejects.toMatchObject({ code });
  expect(await written()).toBe(0);
});

test('a sheet with days that stand recorded already is told which of its lines they are', async () => {
  await enter([line()]);
  const first = householdId;
  householdId = await scale.shop.household(supplierId);
  const other = await agreed(PIECES);
  householdId = first;
  const free = line({ agreementId: other, pieces: 40 });
  await expect(enter([free, line(), line()])).rejects.toMatchObject({
    ...{ code: 'WORK_OVERLAPS', errors: [{ pointer: '/body/lines/1/from' }, { pointer: '/body/lines/2/from' }] },
  });
  expect(await written()).toBe(1);
});

test('a sheet that names one day twice, or a strange paper, is refused whole', async () => {
  await expect(enter([line(), line()])).rejects.toMatchObject({
    ...{ code: 'WORK_OVERLAPS', errors: [{ pointer: '/body/lines/1/from' }] },
  });
  await expect(enter([line()], await paper(await scale.shop.supplier()))).rejects.toMatchObject({
    code: 'PAPER_UNKNOWN',
  });
  expect(await written()).toBe(0);
});

test('nobody answers what has moved on since it was read', async () => {
  const one = line();
  await enter([one]);
  await expect(worker((tx) => confirmWork(tx, { id: one.id, version: 2 }))).rejects.toMatchObject({
    code: 'STALE_VERSION',
  });
});
