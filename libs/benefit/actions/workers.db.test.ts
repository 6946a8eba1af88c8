import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '@xihuo/testing';
import { drawAgreements } from './draw-agreements';
import { enterSheet } from './enter-work';
import { offerAgreements } from './offer-agreements';
import { confirmWork } from './settle-work';
import { signAgreements } from './sign-agreement';
import type { Terms } from '../rules/words';
import { viewOwnWork } from './work-view';

/** Who of a household worked: each has days of their own. */

let scale: ReturnType<Shop['scale']>;
let supplierId: string;
let householdId: string;
let agreementId: string;
let today: string;

const DAILY: Terms = {
  ...{ kind: 'employment', dailyWage: { amount: '10000', currency: 'CNY' }, pieceRate: null, pieceName: null },
  workDaysPerYear: 200,
};
const PIECES: Terms = { ...DAILY, dailyWage: null, pieceRate: { amount: '100', currency: 'CNY' }, pieceName: '筐' };

const agreed = async (terms: Terms) =>
  scale.shop.does(async (tx) => {
    const ids = await drawAgreements(tx, [{ supplierId, householdId, terms, effectiveFrom: today, effectiveTo: null }]);
    await offerAgreements(tx, ids);
    await signAgreements(tx, ids, { way: 'session', on: today });
    return ids[0]!;
  });

beforeAll(async () => {
  scale = (await openShop()).scale();
});
afterAll(() => scale?.shop.close());
beforeEach(async () => {
  supplierId = await scale.shop.supplier();
  householdId = await scale.shop.household(supplierId);
  today = await scale.today();
  agreementId = await agreed(DAILY);
});

const line = (more: { worker?: string } = {}) => ({
  ...{ id: randomUUID(), agreementId, from: today, to: today, days: 1, pieces: null, worker: null, ...more },
});
const enter = (lines: ReturnType<typeof line>[]) =>
  scale.asClerk(supplierId, (tx) => enterSheet(tx, scale.kit, { supplierId, lines, witness: null }));
const confirm = (id: string) => scale.asHousehold(householdId, (tx) => confirmWork(tx, { id, version: 1 }));
const owed = () =>
  scale.shop.rows(
    `select quantity::int, rate_fen::int, amount_fen::int from benefit.obligation where household_id = $1 and kind = 'wage' order by id`,
    [householdId],
  );
const written = () => scale.shop.count('select count(*) from benefit.work_record where supplier_id = $1', [supplierId]);
const householdActor = () => ({
  ...{ kind: 'person' as const, personId: randomUUID() },
  grants: [{ role: 'farmer' as const, organisationId: null, jurisdiction: null, householdId }],
});

test('two of one household work the same day, each once; a name that is the head is the head', async () => {
  const head = (
    await scale.shop.rows<{ name: string }>('select display_name as name from registry.household where id = $1', [
      householdId,
    ])
  )[0]!.name;
  const [own, other] = [line(), line({ worker: '李山' })];
  await enter([own, other]);
  expect(await enter([own, other])).toEqual([own.id, other.id]);
  await confirm(own.id);
  await confirm(other.id);
  expect(await owed()).toEqual([
    { quantity: 1, rate_fen: 10_000, amount_fen: 10_000 },
    { quantity: 1, rate_fen: 10_000, amount_fen: 10_000 },
  ]);
  for (const name of [head, '李山'])
    await expect(enter([line({ worker: name })])).rejects.toMatchObject({ code: 'WORK_OVERLAPS' });
  await expect(enter([{ ...other, worker: '李河' }])).rejects.toMatchObject({ code: 'ID_USED' });
  const twice = [line({ worker: '李河' }), line({ worker: '李河' })];
  await expect(enter(twice)).rejects.toMatchObject({
    ...{ code: 'WORK_OVERLAPS', errors: [{ pointer: '/body/lines/1/from' }] },
  });
  expect(await written()).toBe(2);
  const { data } = await viewOwnWork(scale.shop.database, householdActor(), { limit: 10 });
  expect(new Map(data.map(({ worker: name, why }) => [name, why.zh]))).toEqual(
    new Map([
      ['李山', '李山：务工 1 天，每天 100.00 元'],
      [head, '务工 1 天，每天 100.00 元'],
    ]),
  );
});

test('a household has one agreement to work a day with its supplier; at two suppliers it is two households', async () => {
  await expect(agreed(PIECES)).rejects.toMatchObject({ code: 'AGREEMENT_OVERLAPS' });
  await enter([line({ worker: '李山' })]);
  const first = supplierId;
  supplierId = await scale.shop.supplier();
  householdId = await scale.shop.household(supplierId);
  agreementId = await agreed(DAILY);
  // What the same person does elsewhere that day is nothing this supplier may know.
  await enter([line({ worker: '李山' })]);
  expect(
    await scale.shop.count('select count(*) from benefit.work_record where supplier_id in ($1, $2)', [
      first,
      supplierId,
    ]),
  ).toBe(2);
});
