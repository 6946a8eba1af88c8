import 'reflect-metadata';
import type { RouteKey } from '@xihuo/contract';
import { businessRows, yuan } from './business-rows';
import type { CallerName } from './callers';
import { linkageRows } from './linkage-rows';
import { lotRows } from './lot-rows';
import { payoutRows } from './payout-rows';
import { promotionRows } from './promotion-rows';
import type { Row } from './table';
import { openWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

interface Line {
  action: string;
  note: string | null;
  by: { name: string | null };
  changes: { field: string; of: string | null; before: string[]; after: string[] }[];
}

/** Does what a row is about, and answers with the thing it was about. */
async function done(rows: readonly Row[], key: RouteKey, by: CallerName) {
  const made = await rows.find((one) => one.key === key)!.make(world);
  await world.granted(by, key, made);
  return made;
}

async function newest(name: CallerName, kind: string, id: unknown): Promise<Line> {
  const { data } = await world.granted(name, 'GET /history/{kind}/{id}', { ids: { kind, id: String(id) } });
  return (data as Line[])[0]!;
}
const told = ({ changes }: Line) => changes.map(({ field, of, before, after }) => [field, of, before[0], after[0]]);

test('of a delivery that was weighed wrongly, what it weighed and weighs; its county is told by whom, but not of the farmer', async () => {
  const { ids } = await done(lotRows, 'POST /supplier/deliveries/{id}/correction', 'supplier');
  const line = await newest('countyAgriculture', 'delivery', ids!['id']);
  expect(line).toMatchObject({ action: 'delivery.correct', note: '过磅读错' });
  expect(told(line)).toEqual([
    ['state', null, 'recorded', 'corrected'],
    ['grams', null, '12500', '12000'],
  ]);
});

test('of an agreement that is drawn up anew, its terms old beside new', async () => {
  const { ids } = await done(linkageRows, 'PUT /benefit/agreements/{id}', 'supplier');
  const line = await newest('countyRevitalisation', 'agreement', ids!['id']);
  expect(line.action).toBe('agreement.edit');
  expect(told(line)).toEqual(expect.arrayContaining([['effectiveTo', null, expect.any(String), expect.any(String)]]));
  const drawn = (await world.granted('supplier', 'GET /history/{kind}/{id}', {
    ids: { kind: 'agreement', id: String(ids!['id']) },
  })) as unknown as { data: Line[] };
  expect(told(drawn.data.at(-1)!)).toEqual(expect.arrayContaining([['dailyWageFen', null, undefined, '12000']]));
});

test('of how an organisation buys, terms and limit old beside new, to finance alone', async () => {
  await done(businessRows, 'PUT /business-accounts/{id}', 'finance');
  const { ids, ...made } = await businessRows.find(({ key }) => key === 'PUT /business-accounts/{id}')!.make(world);
  const body = { ...(made.body as object), termDays: 20, creditLimit: yuan(5_000_000n) };
  await world.granted('finance', 'PUT /business-accounts/{id}', { ids: ids!, ...made, body });
  const line = await newest('finance', 'organisation', ids!['id']);
  expect(line).toMatchObject({ action: 'businessTerms.set', note: '年度核定' });
  expect(told(line)).toEqual([
    ['termDays', null, '30', '20'],
    ['creditLimitFen', null, '10000000', '5000000'],
  ]);
  const { data } = await world.granted('finance', 'GET /history/{kind}/{id}', {
    ids: { kind: 'organisation', id: String(ids!['id']) },
  });
  expect((data as Line[]).filter(({ action }) => !action.startsWith('businessTerms.'))).toEqual([]);
});

test('of what sending costs, by storage and place what it cost and costs, to its own supplier', async () => {
  const key = 'POST /suppliers/{supplierId}/freight' as const;
  await done(promotionRows, key, 'supplier');
  const made = await promotionRows.find((one) => one.key === key)!.make(world);
  const body = structuredClone(made.body) as { rates: { regions: string[]; first: { amount: string } }[] };
  body.rates[0]!.first.amount = '900';
  body.rates[0]!.regions.push('610000');
  await world.granted('supplier', key, { ...made, body });
  expect(told(await newest('supplier', 'supplier', world.offer.supplierId))).toEqual([
    // Everywhere else, and by name.
    ['ambient.firstFen', null, '0', '900'],
    ['ambient.firstFen', '陕西省', undefined, '900'],
    ['ambient.stepFen', '陕西省', undefined, '0'],
  ]);
  body.rates[0]!.regions.pop();
  await world.granted('supplier', key, { ...made, body, version: 3 });
  // And that it is sent there no more.
  expect(told(await newest('supplier', 'supplier', world.offer.supplierId))).toEqual([
    ['ambient.firstFen', '陕西省', '900', undefined],
    ['ambient.stepFen', '陕西省', '0', undefined],
  ]);
});

test('of an account to be paid to, what became of it and why, and nothing of the account', async () => {
  const { ids } = await done(payoutRows, 'POST /settlement/payee-accounts/{id}/decide', 'finance');
  const line = await newest('finance', 'payeeAccount', ids!['id']);
  expect(line).toMatchObject({ action: 'payeeAccount.cancel', note: '不是本人提出' });
  expect(told(line)).toEqual([['state', null, 'proposed', 'cancelled']]);
  // Its own people are told that it was done: not by whom, nor why.
  expect(await newest('supplier', 'payeeAccount', ids!['id'])).toMatchObject({ note: null, by: { name: null } });
});
