import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { amendAgreement, drawAgreement } from './draw-agreements';
import { accrueRents } from './dividend/accrue-rents';
import { correctWork, enterSheet } from './enter-work';
import { offerAgreement } from './offer-agreements';
import { oweConfirmedDeliveries } from './release-held';
import { confirmWork, withdrawWork } from './settle-work';
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

const fen = (amount: string) => ({ amount, currency: 'CNY' as const });
const purchase = (floor: string): Terms => ({
  ...{ kind: 'contractPurchase', productId: offer.productId, floorPricePerKg: fen(floor), premiumPerKg: fen('0') },
  ...{ contractedGrams: 100_000, priority: 1, capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0 },
});
const wage = (amount: string): Terms => ({
  ...{ kind: 'employment', dailyWage: fen(amount), pieceRate: null, pieceName: null, workDaysPerYear: null },
});
const letting = (rent: string): Terms => ({
  ...{ kind: 'dividend', shares: 0, landMuHundredths: 250, rentPerMu: fen(rent) },
});
const clerk = <View>(work: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(offer.supplierId, work);
const household = <View>(work: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, work);
const day = (days: number) => time.addDays(today, days);
const rowOf = async (id: string, of: 'agreement' | 'work_record' = 'agreement') =>
  (
    await scale.shop.rows<{ state: string; row_version: number }>(`select * from benefit.${of} where id = $1`, [id])
  )[0]!;
const deciding = async (...of: Parameters<typeof rowOf>) => ({ id: of[0], version: (await rowOf(...of)).row_version });

const offered = async (id: string) => {
  const step = await deciding(id);
  await clerk((tx) => offerAgreement(tx, scale.kit, step));
  const [{ words_hash: hash }] = (await scale.shop.rows<{ words_hash: string }>(
    'select words_hash from benefit.agreement where id = $1',
    [id],
  )) as [{ words_hash: string }];
  return hash;
};
/** Signed in the household's own session, from today on. */
const signed = async (terms: Terms) => {
  const draft = { supplierId: offer.supplierId, householdId, terms, effectiveFrom: today, effectiveTo: null };
  const id = await clerk((tx) => drawAgreement(tx, draft));
  const hash = await offered(id);
  const step = await deciding(id);
  await household((tx) => signBySession(tx, scale.kit, { ...step, hash }));
  return id;
};
/** The next version, offered today and binding from a day on. */
const next = async (old: string, terms: Terms, effectiveFrom: string) => {
  const step = await deciding(old);
  const id = await clerk((tx) => amendAgreement(tx, step, { terms, effectiveFrom, effectiveTo: null }));
  await offered(id);
  return id;
};
/** The sheet was signed today, and lies on the desk now. */
const signedOnPaper = async (id: string) => {
  const [step, paperId] = [await deciding(id), randomUUID()];
  await scale.shop.rows(
    `insert into benefit.paper (file_id, supplier_id, household_id, sha256, pages, uploaded_by, uploaded_at)
     values ($1, $2, $3, sha256('x'), 1, gen_random_uuid(), now())`,
    [paperId, offer.supplierId, householdId],
  );
  await clerk((tx) =>
    signBeforeWitness(tx, scale.kit, { ...step, name: '邻居甲', role: 'neighbour', paperId, on: today }),
  );
};
const deliver = async () => {
  const id = await scale.brought(offer.supplierId, { lotId: await scale.openLot(offer), householdId, grams: 10_000 });
  await scale.shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId: id }]));
};
const line = (agreementId: string, on: string) => ({
  ...{ id: randomUUID(), agreementId, from: on, to: on, days: 1, pieces: null, worker: null as string | null },
});
const enter = async (...lines: ReturnType<typeof line>[]) =>
  clerk((tx) => enterSheet(tx, scale.kit, { supplierId: offer.supplierId, lines, witness: null }));
const owed = () =>
  scale.shop.rows(
    `select kind, amount_fen::int as fen, agreement_id, to_char(earned_on, 'YYYY-MM-DD') as day from benefit.obligation
      where household_id = $1 order by earned_on, id`,
    [householdId],
  );

test('a version brought late does not rewrite what was bought since its first day; it says from when it may bind', async () => {
  const old = await signed(purchase('500'));
  const late = await next(old, purchase('600'), day(1));
  await scale.shop.setClock('2 days');
  await deliver();
  await expect(signedOnPaper(late)).rejects.toMatchObject({
    ...{ code: 'AGREEMENT_DAYS_TAKEN', errors: [{ pointer: '/body/effectiveFrom' }] },
  });
  expect([await rowOf(old), await rowOf(late)]).toMatchObject([
    { state: 'inForce', effective_to: null },
    { state: 'offered' },
  ]);
  expect(await owed()).toEqual([{ kind: 'floorPrice', fen: 5_000, agreement_id: old, day: day(2) }]);
});

test('nor what was bought this very morning', async () => {
  const old = await signed(purchase('500'));
  const late = await next(old, purchase('600'), today);
  await deliver();
  await expect(signedOnPaper(late)).rejects.toMatchObject({ code: 'AGREEMENT_DAYS_TAKEN' });
});

test('where no day of it is taken it binds from its first one, and what comes in for those days goes by it', async () => {
  const old = await signed(purchase('500'));
  await deliver();
  const late = await next(old, purchase('600'), day(1));
  await scale.shop.setClock('2 days');
  await signedOnPaper(late);
  await deliver();
  expect(await owed()).toEqual([
    { kind: 'floorPrice', fen: 5_000, agreement_id: old, day: today },
    { kind: 'floorPrice', fen: 6_000, agreement_id: late, day: day(2) },
  ]);
});

test('work is entered under the version of its day, whichever was named, and once', async () => {
  const old = await signed(wage('10000'));
  await enter(line(old, today));
  const late = await next(old, wage('12000'), day(1));
  await scale.shop.setClock('2 days');
  const waiting = line(old, day(2));
  await enter(waiting);
  await expect(signedOnPaper(late)).rejects.toMatchObject({ code: 'AGREEMENT_DAYS_TAKEN' });

  // Nothing of it is earned yet: it is taken back, and entered anew under what binds then.
  const step = await deciding(waiting.id, 'work_record');
  await clerk((tx) => withdrawWork(tx, scale.kit, { ...step, reason: '按新协议重新登记' }));
  await signedOnPaper(late);
  const anew = line(old, day(2));
  await enter(anew, line(late, day(1)));
  expect(await enter(anew)).toEqual([anew.id]);
  for (const named of [old, late])
    await expect(enter(line(named, day(2)))).rejects.toMatchObject({ code: 'WORK_OVERLAPS' });
  const confirming = await deciding(anew.id, 'work_record');
  await household((tx) => confirmWork(tx, confirming));
  expect(await owed()).toEqual([{ kind: 'wage', fen: 12_000, agreement_id: late, day: day(2) }]);
});

test('a record of the old version is put right under it, and moved to a later day under the new one', async () => {
  const old = await signed(wage('10000'));
  const [kept, moved] = [line(old, today), { ...line(old, today), worker: '李示例' }];
  await enter(kept, moved);
  const late = await next(old, wage('12000'), day(1));
  await scale.shop.setClock('2 days');
  await signedOnPaper(late);
  const correct = async (id: string, on: string, worker: string | null) => {
    const step = await deciding(id, 'work_record');
    const { agreementId: _, ...rest } = { ...line(old, on), worker };
    const correction = { ...rest, reason: '记错了一天' };
    const made = await clerk((tx) => correctWork(tx, scale.kit, { deciding: step, correction }));
    return rowOf(made, 'work_record');
  };
  expect(await correct(kept.id, today, null)).toMatchObject({ agreement_id: old, amount_fen: '10000' });
  expect(await correct(moved.id, day(2), '李示例')).toMatchObject({ agreement_id: late, amount_fen: '12000' });
});

test('rent that is owed for days is not owed again by a version brought late', async () => {
  const old = await signed(letting('40000'));
  const late = await next(old, letting('50000'), day(1));
  const year = Number(today.slice(0, 4));
  await scale.shop.setClock(`${(Date.UTC(year + 1, 0, 10) - Date.parse(today)) / 86_400_000} days`);
  await scale.shop.does((tx) => accrueRents(tx));
  const before = await owed();
  expect(before).toMatchObject([{ kind: 'landRent', agreement_id: old, day: `${year}-12-31` }]);
  await expect(signedOnPaper(late)).rejects.toMatchObject({
    code: 'AGREEMENT_DAYS_TAKEN',
    errors: [{ pointer: '/body/effectiveFrom', message: `free from ${year + 1}-01-01 on` }],
  });
  await scale.shop.does((tx) => accrueRents(tx));
  expect(await owed()).toEqual(before);
});
