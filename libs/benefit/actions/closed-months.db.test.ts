import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { openShop, type Shop } from '@xihuo/testing';
import type { Terms } from '../rules/words';
import { drawAgreements } from './draw-agreements';
import { enterSheet } from './enter-work';
import { offerAgreements } from './offer-agreements';
import { oweConfirmedDeliveries } from './release-held';
import { letWorkStand } from './settle-work';
import { signAgreements } from './sign-agreement';

/** What was earned before the books were closed and comes to be owed after it is owed all the same, in the books that are open. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());

const close = (through: string) => shop.rows(`select ledger.close_period($1::date, $1::date + 1, 'test')`, [through]);
/** Of one household: when it was earned, on which day the books have it, and how much of it. */
const booked = (householdId: string) =>
  shop.rows(
    `select earned_on::text, business_date::text, transfer.amount_fen::int as fen
       from benefit.obligation join ledger.transfer_v transfer on transfer.source_id = obligation.id where household_id = $1`,
    [householdId],
  );

test('a delivery of a month that was closed before it was confirmed', async () => {
  const offer = await shop.offer();
  const householdId = await shop.household(offer.supplierId);
  const day = await scale.today();
  const { supplierId, productId } = offer;
  const terms = { floorFenPerKg: 800n, premiumFenPerKg: 0n, grams: 10_000n, effectiveFrom: day };
  await shop.agreedOnPaper([{ supplierId, householdId, kind: 'contractPurchase', productId, ...terms }]);
  const lotId = await scale.openLot(offer);
  const deliveryId = await scale.brought(supplierId, { lotId, householdId, grams: 10_000 });
  await shop.setClock('2 days');
  await close(day);
  await shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId }]));
  expect(await booked(householdId)).toEqual([{ earned_on: day, business_date: time.addDays(day, 2), fen: 8_000 }]);
});

test('work of a month that was closed before it stood', async () => {
  await shop.setClock('10 days');
  const day = await scale.today();
  const supplierId = await shop.supplier();
  const householdId = await shop.household(supplierId);
  const terms: Terms = {
    ...{ kind: 'employment', dailyWage: { amount: '10000', currency: 'CNY' }, pieceRate: null, pieceName: null },
    workDaysPerYear: 200,
  };
  const agreementId = await shop.does(async (tx) => {
    const ids = await drawAgreements(tx, [{ supplierId, householdId, terms, effectiveFrom: day, effectiveTo: null }]);
    await offerAgreements(tx, ids);
    await signAgreements(tx, ids, { way: 'session', on: day });
    return ids[0]!;
  });
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256('x'), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  const line = { id: randomUUID(), agreementId, from: day, to: day, days: 1, pieces: null, worker: null };
  const witness = { name: '示例村干部', role: 'villageOfficer' as const, paperId: paper!.file_id };
  await scale.asClerk(supplierId, (tx) => enterSheet(tx, scale.kit, { supplierId, lines: [line], witness }));
  await shop.setClock('20 days');
  await close(day);
  expect(await shop.does(letWorkStand)).toBe(1);
  expect(await booked(householdId)).toEqual([{ earned_on: day, business_date: time.addDays(day, 10), fen: 10_000 }]);
});
