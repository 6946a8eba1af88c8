import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { amendAgreement, drawAgreement } from './draw-agreements';
import { declineAgreement, endAgreement, turnAgreements, withdrawAgreement } from './end-agreement';
import { offerAgreement } from './offer-agreements';
import { oweConfirmedDeliveries } from './release-held';
import { signBeforeWitness, signBySession } from './sign-agreement';
import type { Terms } from '../rules/words';

type Scale = ReturnType<Shop['scale']>;
let scale: Scale;
let offer: Offer;
let householdId: string;
let today: string;

beforeAll(async () => {
  scale = (await openShop()).scale();
});
afterAll(() => scale?.shop.close());
beforeEach(async () => {
  offer = await scale.shop.offer();
  householdId = await scale.shop.household(offer.supplierId);
  today = await scale.today();
});
afterEach(() => scale.shop.setClock('0 days'));

const yuan = (amount: string) => ({ amount: `${amount}00`, currency: 'CNY' as const });
const purchase = (more: object = {}): Terms => ({
  ...{ kind: 'contractPurchase', productId: offer.productId, floorPricePerKg: yuan('5'), premiumPerKg: yuan('1') },
  ...{ contractedGrams: 100_000, priority: 1, capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0, ...more },
});
const wage = (amount: string): Terms => ({
  ...{ kind: 'employment', dailyWage: { amount, currency: 'CNY' }, pieceRate: null, pieceName: null },
  workDaysPerYear: null,
});
const clerk = <View>(work: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(offer.supplierId, work);
const household = <View>(work: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, work);
const rowOf = async (id: string) =>
  (
    await scale.shop.rows<{
      state: string;
      row_version: number;
      words_hash: string;
      effective_to: string | null;
      delivered_grams: bigint;
    }>(
      `select state, row_version, words_hash, to_char(effective_to, 'YYYY-MM-DD') as effective_to, delivered_grams
         from benefit.agreement where id = $1`,
      [id],
    )
  )[0]!;
const deciding = async (id: string) => ({ id, version: (await rowOf(id)).row_version });

const drawn = (terms: Terms = purchase(), effectiveFrom = today, effectiveTo: string | null = null) =>
  clerk((tx) => drawAgreement(tx, { supplierId: offer.supplierId, householdId, terms, effectiveFrom, effectiveTo }));
const offered = async (...of: Parameters<typeof drawn>) => {
  const id = await drawn(...of);
  const step = await deciding(id);
  await clerk((tx) => offerAgreement(tx, scale.kit, step));
  return id;
};
const sign = async (id: string) => {
  const [step, { words_hash: hash }] = [await deciding(id), await rowOf(id)];
  await household((tx) => signBySession(tx, scale.kit, { ...step, hash }));
};
const signed = async (...of: Parameters<typeof drawn>) => {
  const id = await offered(...of);
  await sign(id);
  return id;
};
const end = async (id: string, lastDay: string) => {
  const step = await deciding(id);
  await household((tx) => endAgreement(tx, scale.kit, { ...step, reason: '搬走了', lastDay, by: 'household' }));
};
const amend = async (id: string, terms: Terms, effectiveFrom: string) => {
  const step = await deciding(id);
  return clerk((tx) => amendAgreement(tx, step, { terms, effectiveFrom, effectiveTo: null }));
};
const turn = () => scale.shop.does((tx) => turnAgreements(tx, scale.kit));
const tomorrow = (days = 1) => time.addDays(today, days);

/** A delivery that stands, told as the event tells it. */
const deliver = async (grams: number) => {
  const id = await scale.brought(offer.supplierId, { lotId: await scale.openLot(offer), householdId, grams });
  await scale.shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId: id }]));
  return id;
};
const owed = () =>
  scale.shop.rows<{ kind: string; amount_fen: string }>(
    'select kind, amount_fen::text from benefit.obligation where household_id = $1 order by id',
    [householdId],
  );

test('both sides sign one page; it binds from its first day, and its hash names exactly it', async () => {
  const id = await signed();
  expect(await rowOf(id)).toMatchObject({ state: 'inForce' });
  const [kept] = await scale.shop.rows<{ words: { sentences: { zh: string }[] } }>(
    'select words from benefit.agreement where id = $1',
    [id],
  );
  expect(kept!.words.sentences.some(({ zh }) => zh.includes('100 千克'))).toBe(true);
  expect(await turn()).toBe(0);
});

test('what was signed for later waits for its day, and is over after its last', async () => {
  const id = await signed(purchase(), tomorrow(2), tomorrow(3));
  expect(await rowOf(id)).toMatchObject({ state: 'signed' });
  await scale.shop.setClock('2 days');
  expect(await turn()).toBe(1);
  expect(await rowOf(id)).toMatchObject({ state: 'inForce' });
  expect(await turn()).toBe(0);
  await scale.shop.setClock('4 days');
  expect(await turn()).toBe(1);
  expect(await rowOf(id)).toMatchObject({ state: 'ended' });
});

test('a household signs the page it read and no other, and no stale one', async () => {
  const id = await offered();
  const step = await deciding(id);
  const other = 'a'.repeat(64);
  await expect(household((tx) => signBySession(tx, scale.kit, { ...step, hash: other }))).rejects.toMatchObject({
    code: 'AGREEMENT_WORDS_CHANGED',
  });
  const { words_hash: hash } = await rowOf(id);
  await expect(
    household((tx) => signBySession(tx, scale.kit, { id, version: step.version - 1, hash })),
  ).rejects.toMatchObject({ code: 'STALE_VERSION' });
  expect(await rowOf(id)).toMatchObject({ state: 'offered' });
});

test('a draft binds nobody and the household sees nothing of it', async () => {
  const id = await drawn();
  await expect(
    household((tx) => signBySession(tx, scale.kit, { id, version: 1, hash: 'a'.repeat(64) })),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each<[string, () => Promise<unknown>, string]>([
  [
    'with a household of another supplier',
    async () => {
      householdId = await scale.shop.household(await scale.shop.supplier());
      return drawn();
    },
    'AGREEMENT_HOUSEHOLD',
  ],
  [
    "over another supplier's product",
    async () => drawn({ ...purchase(), productId: (await scale.shop.offer()).productId } as Terms),
    'AGREEMENT_PRODUCT',
  ],
  ['below the least day wage of the county', () => drawn(wage('2999')), 'WAGE_BELOW_MINIMUM'],
  ['that ends before it begins', () => drawn(purchase(), today, tomorrow(-1)), 'AGREEMENT_TERMS'],
  ['at no price', () => drawn(purchase({ floorPricePerKg: { amount: '0', currency: 'CNY' } })), 'AGREEMENT_TERMS'],
])('an agreement %s is refused, and nothing is written', async (_, attempt, code) => {
  await expect(attempt()).rejects.toMatchObject({ code });
  expect(
    await scale.shop.count('select count(*) from benefit.agreement where supplier_id = $1', [offer.supplierId]),
  ).toBe(0);
});

test('the least day wage itself is enough', async () => {
  await expect(signed(wage('3000'))).resolves.toBeTruthy();
});

test('days that are over stay as they were: nothing is offered or signed for them', async () => {
  const late = await drawn(purchase(), tomorrow(-1));
  const step = await deciding(late);
  await expect(clerk((tx) => offerAgreement(tx, scale.kit, step))).rejects.toMatchObject({
    code: 'AGREEMENT_BACKDATED',
  });
  const id = await offered();
  await scale.shop.setClock('1 day');
  await expect(sign(id)).rejects.toMatchObject({ code: 'AGREEMENT_BACKDATED' });
});

test('two of one household, product and priority never bind one day; of another priority they do', async () => {
  await signed(purchase(), today, tomorrow(10));
  await expect(offered(purchase(), tomorrow(10))).rejects.toMatchObject({ code: 'AGREEMENT_OVERLAPS' });
  await expect(signed(purchase(), tomorrow(11))).resolves.toBeTruthy();
  await expect(signed(purchase({ priority: 2 }))).resolves.toBeTruthy();
});

test('of two that are offered and overlap only the first is signed', async () => {
  const [first, second] = [await offered(), await offered()];
  const both = await Promise.allSettled([sign(first), sign(second)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
    code: 'AGREEMENT_OVERLAPS',
  });
});

test('a next version binds from its first day, the old one until the day before', async () => {
  const old = await signed();
  const next = await amend(old, purchase({ floorPricePerKg: yuan('6') }), tomorrow(5));
  await expect(amend(old, purchase(), tomorrow(6))).rejects.toMatchObject({ code: 'AMENDMENT_OPEN' });
  const step = await deciding(next);
  await clerk((tx) => offerAgreement(tx, scale.kit, step));
  expect(await rowOf(old)).toMatchObject({ state: 'inForce', effective_to: null });
  await sign(next);
  expect([await rowOf(old), await rowOf(next)]).toMatchObject([
    { state: 'inForce', effective_to: tomorrow(4) },
    { state: 'signed' },
  ]);
  await scale.shop.setClock('5 days');
  expect(await turn()).toBe(2);
  expect([await rowOf(old), await rowOf(next)]).toMatchObject([{ state: 'superseded' }, { state: 'inForce' }]);
});

test('a next version is of the same kind and product, and not for days that are over', async () => {
  const old = await signed();
  await expect(amend(old, purchase(), tomorrow(-1))).rejects.toMatchObject({ code: 'AGREEMENT_BACKDATED' });
  await expect(amend(old, wage('9000'), tomorrow())).rejects.toMatchObject({ code: 'AGREEMENT_TERMS' });
});

test('either side ends it; what its last day brings is still bound', async () => {
  const id = await signed();
  await expect(end(id, tomorrow(-1))).rejects.toMatchObject({ code: 'AGREEMENT_BACKDATED' });
  await end(id, today);
  await expect(end(id, today)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect(await rowOf(id)).toMatchObject({ state: 'inForce', effective_to: today });
  await deliver(10_000);
  expect(await owed()).toEqual([
    { kind: 'floorPrice', amount_fen: '5000' },
    { kind: 'premium', amount_fen: '1000' },
  ]);
  await scale.shop.setClock('1 day');
  await turn();
  expect(await rowOf(id)).toMatchObject({ state: 'ended' });
});

test('one that is given up before its first day binds none', async () => {
  const id = await signed(purchase(), tomorrow(5));
  await end(id, today);
  expect(await rowOf(id)).toMatchObject({ state: 'ended' });
  await expect(signed(purchase(), tomorrow(5))).resolves.toBeTruthy();
});

test('a household declines, a supplier takes back, each with a reason and only while it is open', async () => {
  const [one, other] = [await offered(), await offered(purchase({ priority: 3 }))];
  const step = await deciding(one);
  await household((tx) => declineAgreement(tx, scale.kit, { ...step, reason: '价低' }));
  const back = await deciding(other);
  await clerk((tx) => withdrawAgreement(tx, scale.kit, { ...back, reason: '写错了' }));
  expect([await rowOf(one), await rowOf(other)]).toMatchObject([{ state: 'declined' }, { state: 'withdrawn' }]);
  await expect(sign(one)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});

test('a delivery that no agreement covers is held, and owed once one that binds its day is signed', async () => {
  const id = await deliver(10_000);
  expect(await owed()).toEqual([]);
  const held = () =>
    scale.shop.rows<{ why: string; open: boolean }>(
      'select why, released_at is null as open from benefit.held_delivery where delivery_id = $1',
      [id],
    );
  expect(await held()).toEqual([{ why: 'AGREEMENT_NOT_IN_FORCE', open: true }]);
  await signed(purchase({ contractedGrams: 15_000 }));
  expect([await held(), (await owed()).length]).toEqual([[{ why: 'AGREEMENT_NOT_IN_FORCE', open: false }], 2]);
  const more = await deliver(5_001);
  expect(await scale.shop.rows('select why from benefit.held_delivery where delivery_id = $1', [more])).toEqual([
    { why: 'AGREEMENT_VOLUME_EXCEEDED' },
  ]);
  expect(await owed()).toHaveLength(2);
  await deliver(5_000);
  expect(await owed()).toHaveLength(4);
});

test('a sheet signed before a witness counts from the day it was signed, and a strange sheet proves nothing', async () => {
  const id = await offered();
  const [strange, own] = [randomUUID(), randomUUID()];
  const paper = (fileId: string, supplierId: string) =>
    scale.shop.rows(
      `insert into benefit.paper (file_id, supplier_id, household_id, sha256, pages, uploaded_by, uploaded_at)
       values ($1, $2, $3, sha256('x'), 1, gen_random_uuid(), now())`,
      [fileId, supplierId, householdId],
    );
  await paper(strange, await scale.shop.supplier());
  await paper(own, offer.supplierId);
  await scale.shop.setClock('1 day');
  const witness = async (paperId: string, role: 'neighbour' | 'countyOfficer' = 'neighbour') => {
    const step = await deciding(id);
    await clerk((tx) => signBeforeWitness(tx, scale.kit, { ...step, name: '邻居甲', role, paperId, on: today }));
  };
  await expect(witness(strange)).rejects.toMatchObject({ code: 'PAPER_UNKNOWN' });
  await expect(witness(own, 'countyOfficer')).rejects.toMatchObject({ code: 'WITNESS_UNFIT' });
  await witness(own);
  expect(await rowOf(id)).toMatchObject({ state: 'inForce' });
});

test('what is drawn up of a product names it in the trail, where nobody knows it by its id', async () => {
  const kept = await scale.shop.rows(
    `select content::json -> 'after' ->> 'productName' = name_zh as named
       from platform.audit_content join catalogue.product on product.id = $2
      where subject_id = $1 and content::json ->> 'action' = 'agreement.draw'`,
    [await drawn(), offer.productId],
  );
  expect(kept).toEqual([{ named: true }]);
});
