import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { benefitParts } from '@xihuo/benefit';
import type { RouteKey } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { CallerName } from './callers';
import { householdOf, yuan } from './dues-rows';
import { keptContent } from './table';
import { openWorld, type Made, type World } from './world';

/**
 * What must not be said of agreements, work and distributions is refused with words that name the rule, and nothing of it is
 * written. What a household has brought is weighed and stands: but nothing of what no agreement buys is owed, and both are told why.
 */

let world: World;
let supplierId: string;
let householdId: string;
let productId: string;
let today: string;

beforeAll(async () => {
  world = await openWorld();
  ({ supplierId, productId } = world.offer);
  householdId = await householdOf(world);
  today = await world.day(0);
}, 60_000);
afterAll(() => world?.close());

const kept = () => keptContent(world);

async function refused(
  key: RouteKey,
  made: Made,
  wanted: [number, string],
  words?: RegExp,
  name: CallerName = 'supplier',
) {
  const before = await kept();
  const { status, code, body } = await world.ask(name, key, made);
  expect([status, code]).toEqual(wanted);
  if (words) expect(JSON.stringify(body)).toMatch(words);
  expect(await kept()).toEqual(before);
}

const purchase = (more: object = {}) => ({
  ...{ kind: 'contractPurchase', productId, floorPricePerKg: yuan(500), premiumPerKg: yuan(50) },
  ...{ contractedGrams: 20_000, priority: 1, capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0, ...more },
});
const employment = (more: object = {}) => ({ kind: 'employment', dailyWage: yuan(12_000), ...more });
const drawn = (terms: object, more: object = {}): Made => ({
  body: { supplierId, householdId, terms, effectiveFrom: today, effectiveTo: null, ...more },
});
const draw = async (terms: object, more: object = {}) =>
  (await world.granted('supplier', 'POST /benefit/agreements', drawn(terms, more))).id as string;

async function signed(terms: object, more: object = {}): Promise<string> {
  const made = { ids: { id: await draw(terms, more) } };
  await world.granted('supplier', 'POST /benefit/agreements/{id}/offer', made);
  const { words } = await world.granted('farmer', 'GET /me/agreements/{id}', { ...made, version: 2 });
  const { hash } = words as { hash: string };
  await world.granted('farmer', 'POST /me/agreements/{id}/sign', { ...made, version: 2, body: { hash } });
  return made.ids.id;
}

/** Fen a kilogram, day, piece or mu. */
const MOST = 1_000_000_000;

test.each<[string, () => object, string]>([
  ['at no price', () => purchase({ floorPricePerKg: yuan(0) }), 'AGREEMENT_TERMS'],
  ['that buys nothing', () => purchase({ contractedGrams: 0 }), 'INVALID_INPUT'],
  ['that buys less than nothing', () => purchase({ contractedGrams: -1 }), 'INVALID_INPUT'],
  ['at a price below nothing', () => purchase({ floorPricePerKg: { amount: '-1', currency: 'CNY' } }), 'INVALID_INPUT'],
  ['at a price above all prices', () => purchase({ floorPricePerKg: yuan(MOST + 1) }), 'INVALID_INPUT'],
  ['with a premium above all prices', () => purchase({ premiumPerKg: yuan(MOST + 1) }), 'INVALID_INPUT'],
  ['to work at a wage above all wages', () => employment({ dailyWage: yuan(MOST + 1) }), 'INVALID_INPUT'],
  [
    'to work at a rate above all rates',
    () => employment({ dailyWage: null, pieceRate: yuan(MOST + 1), pieceName: '筐' }),
    'INVALID_INPUT',
  ],
  [
    'for land at a rent above all rents',
    () => ({ kind: 'dividend', shares: 1, landMuHundredths: 100, rentPerMu: yuan(MOST + 1) }),
    'INVALID_INPUT',
  ],
  ['capped above what it buys', () => purchase({ capGramsPerYear: 20_001 }), 'AGREEMENT_TERMS'],
  ['that gives back more than half of the sales', () => purchase({ rebateBp: 5_001 }), 'INVALID_INPUT'],
  ['to work for less than the least wage', () => employment({ dailyWage: yuan(1) }), 'WAGE_BELOW_MINIMUM'],
  [
    'to work by the day and by the piece',
    () => employment({ pieceRate: yuan(100), pieceName: '筐' }),
    'AGREEMENT_TERMS',
  ],
  ['for no shares', () => ({ kind: 'dividend', shares: -1, landMuHundredths: null, rentPerMu: null }), 'INVALID_INPUT'],
  [
    'for land at no rent',
    () => ({ kind: 'dividend', shares: 1, landMuHundredths: 100, rentPerMu: yuan(0) }),
    'AGREEMENT_TERMS',
  ],
])('an agreement %s', async (_, terms, code) => {
  await refused('POST /benefit/agreements', drawn(terms()), [422, code]);
});

test('an agreement that ends before it begins', async () => {
  const made = drawn(purchase(), { effectiveTo: time.addDays(today, -1) });
  await refused('POST /benefit/agreements', made, [422, 'AGREEMENT_TERMS']);
});

test('agreements that overlap: the second is not even offered, and of two offers only one is signed', async () => {
  const until = { effectiveFrom: time.addDays(today, 400), effectiveTo: time.addDays(today, 410) };
  await signed(employment(), until);
  const second = {
    ids: { id: await draw(employment(), { ...until, effectiveFrom: time.addDays(today, 410), effectiveTo: null }) },
  };
  await refused('POST /benefit/agreements/{id}/offer', second, [409, 'AGREEMENT_OVERLAPS'], /重叠|overlap/);

  const next = { effectiveFrom: time.addDays(today, 420), effectiveTo: time.addDays(today, 430) };
  const pair = [await draw(employment(), next), await draw(employment(), next)];
  const signing = async (id: string) => {
    const made = { ids: { id } };
    const { words } = await world.granted('farmer', 'GET /me/agreements/{id}', made);
    return { ...made, version: 2, body: { hash: (words as { hash: string }).hash } };
  };
  for (const id of pair) await world.granted('supplier', 'POST /benefit/agreements/{id}/offer', { ids: { id } });
  const [one, other] = [await signing(pair[0]!), await signing(pair[1]!)];
  await world.granted('farmer', 'POST /me/agreements/{id}/sign', one);
  await refused('POST /me/agreements/{id}/sign', other, [409, 'AGREEMENT_OVERLAPS'], /重叠|overlap/, 'farmer');
});

test('what is signed for later is not signed for yesterday', async () => {
  const id = await draw(purchase({ priority: 7 }), { effectiveFrom: time.addDays(today, -1) });
  await refused('POST /benefit/agreements/{id}/offer', { ids: { id } }, [422, 'AGREEMENT_BACKDATED']);
});

test.each<[string, { days?: number; from?: number; to?: number; pieces?: number }, number, string]>([
  ['no days', { days: 0 }, 422, 'INVALID_INPUT'],
  ['fewer than no days', { days: -1 }, 422, 'INVALID_INPUT'],
  ['more days than lie between', { days: 2 }, 422, 'WORK_DAYS'],
  ['a day to come', { from: 1, to: 1 }, 422, 'WORK_DAYS'],
  ['pieces where the day is paid', { pieces: 10 }, 422, 'WORK_PIECES'],
  ['fewer than no pieces', { pieces: -1 }, 422, 'INVALID_INPUT'],
  ['a day before the agreement', { from: -1, to: -1 }, 409, 'AGREEMENT_NOT_IN_FORCE'],
])('a sheet of work of %s is refused whole', async (_, more, status, code) => {
  const agreementId = await workplace();
  const right = { id: randomUUID(), agreementId, from: today, to: today, days: 1, pieces: null };
  const day = (days: number | undefined) => time.addDays(today, days ?? 0);
  const wrong = { ...right, id: randomUUID(), worker: '李示例', ...more, from: day(more.from), to: day(more.to) };
  await refused('POST /benefit/work-sheets', { body: { supplierId, lines: [right, wrong] } }, [status, code]);
});

let place: string | null = null;
async function workplace(): Promise<string> {
  place ??= await signed(employment(), { effectiveTo: time.addDays(today, 300) });
  return place;
}

test('one day twice: the line is named', async () => {
  const agreementId = await workplace();
  const lines = [0, 1].map(() => ({ id: randomUUID(), agreementId, from: today, to: today, days: 1, pieces: null }));
  const made = { body: { supplierId, lines } };
  await refused('POST /benefit/work-sheets', made, [409, 'WORK_OVERLAPS'], /\/lines\/1\/from/);
});

const lot = async (): Promise<string> => {
  const body = { id: randomUUID(), supplierId, productId, producedOn: today, breakdownPublic: true };
  return (await world.granted('supplier', 'POST /supplier/lots', { body })).id as string;
};
const weighed = async (lotId: string, grams: number): Promise<string> => {
  const body = {
    ...{ id: randomUUID(), lotId, householdId, grams, grade: 'first', pricePerKg: null, deliveredOn: today },
    ...{ ticketFileId: null, note: null },
  };
  await world.granted('supplier', 'POST /supplier/deliveries', { body });
  await world.granted('farmer', 'POST /me/deliveries/{id}/confirmation', { ids: { id: body.id } });
  return body.id;
};
/** What the worker does with the event of a confirmed delivery. */
const worked = (deliveryId: string) =>
  world.shop.does(async (tx) => {
    const { handle } = benefitParts.consumers![0]!;
    const kit = world.shop.scale().kit;
    await handle(
      tx,
      [{ payload: { deliveryId, supplierId, lotId: '', replaces: null } }] as never,
      { get: () => kit } as never,
    );
  });
const owed = () =>
  world.shop.count(
    `select coalesce(sum(amount_fen), 0) from benefit.obligation where source_kind = 'delivery' and household_id = $1`,
    [householdId],
  );
const heldWhy = async (id: string) => {
  const { data } = await world.granted('supplier', 'GET /benefit/held-deliveries', {});
  return (data as { id: string; why: { zh: string; en: string } }[]).find((row) => row.id === id)?.why;
};

test('nothing, and less than nothing, off the scale', async () => {
  const body = {
    ...{ id: randomUUID(), lotId: await lot(), householdId, grade: 'first', pricePerKg: null, deliveredOn: today },
    ...{ ticketFileId: null, note: null },
  };
  for (const grams of [0, -5_000, 1.5])
    await refused('POST /supplier/deliveries', { body: { ...body, grams } }, [422, 'INVALID_INPUT']);
});

test('more than was contracted, or after the term: not a fen of it is owed, and the rule is named', async () => {
  const early = await weighed(await lot(), 5_000);
  await worked(early);
  expect([await owed(), await heldWhy(early)]).toEqual([
    0,
    expect.objectContaining({ zh: expect.stringContaining('到期') }),
  ]);

  await signed(purchase({ priority: 3 }), { effectiveTo: today });
  // What was held for want of an agreement is owed by the one that binds its day: 5 kg at 5.00, with 0.50 on each.
  expect([await owed(), await heldWhy(early)]).toEqual([2_750, undefined]);
  const much = await weighed(await lot(), 15_001);
  await worked(much);
  expect(await heldWhy(much)).toEqual({
    zh: expect.stringContaining('超过协议约定数量'),
    en: expect.stringContaining('More than the agreements allow'),
  });
  expect(await owed()).toBe(2_750);
  const rest = await weighed(await lot(), 15_000);
  await worked(rest);
  expect([await owed(), await heldWhy(rest)]).toEqual([11_000, undefined]);
});
