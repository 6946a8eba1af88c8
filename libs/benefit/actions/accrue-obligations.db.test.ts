import { openShop, type Shop } from '@xihuo/testing';
import { recordDeliveries, type ConfirmedDelivery } from '@xihuo/trace';
import { accrueDeliveries } from './accrue-obligations';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const owed = (householdId: string) =>
  shop.rows<{ kind: string; quantity: string; rate_fen: string; amount_fen: string }>(
    'select kind, quantity, rate_fen, amount_fen from benefit.obligation where household_id = $1 order by kind',
    [householdId],
  );

const debtOf = (supplierId: string) =>
  shop.count(
    `select balance_fen from ledger.balance_v join ledger.account on id = account_id where code = 'supplierDebt' and owner_id = $1`,
    [supplierId],
  );

/** Records one more delivery into a lot and answers it, not accrued yet. */
const deliver = (
  lotId: string,
  householdId: string,
  grams: bigint,
  deliveredOn = '2026-02-01',
): Promise<ConfirmedDelivery[]> =>
  shop.does((tx) => recordDeliveries(tx, [{ lotId, householdId, grams, yieldGrams: grams, deliveredOn }], 'test'));

const accrue = (deliveries: ConfirmedDelivery[]) => shop.does((tx) => accrueDeliveries(tx, deliveries));

test('a delivery is owed at floor price and premium, sold or not, and the ledger says the same', async () => {
  const offer = await shop.offer();
  const { households } = await shop.harvest({
    offer,
    grams: [1_234n, 10_000n],
    floorFenPerKg: 555n,
    premiumFenPerKg: 21n,
  });
  // 1.234 kg at 5.55 is 6.8487, at 0.21 is 0.259: to the nearest fen.
  expect(await owed(households[0]!)).toEqual([
    { kind: 'floorPrice', quantity: '1234', rate_fen: '555', amount_fen: '685' },
    { kind: 'premium', quantity: '1234', rate_fen: '21', amount_fen: '26' },
  ]);
  expect(await debtOf(offer.supplierId)).toBe(685 + 26 + 5_550 + 210);
});

test('days of work are owed at their rate', async () => {
  const supplierId = await shop.supplier();
  const household = await shop.workedDays(supplierId, 3, 12_000n);
  expect(await owed(household)).toEqual([{ kind: 'wage', quantity: '3', rate_fen: '12000', amount_fen: '36000' }]);
  expect(await debtOf(supplierId)).toBe(36_000);
});

test('a delivery that was accrued is not accrued again, nor counted against the contract again', async () => {
  const offer = await shop.offer();
  const { lotId, households } = await shop.harvest({ offer, grams: [10_000n] });
  const delivered = await deliver(lotId, households[0]!, 4_000n);
  await accrue(delivered);
  await accrue(delivered);
  expect(await deliver(lotId, households[0]!, 4_000n)).toEqual([]);
  expect(await debtOf(offer.supplierId)).toBe(14_000);
  expect(
    await shop.count('select delivered_grams from benefit.agreement where household_id = $1', [households[0]]),
  ).toBe(14_000);
  expect(await shop.count('select received_grams from trace.lot where id = $1', [lotId])).toBe(14_000);
});

test('more than was contracted is refused whole', async () => {
  const offer = await shop.offer();
  const { lotId, households } = await shop.harvest({ offer, grams: [10_000n] });
  const delivered = await deliver(lotId, households[0]!, 10_001n);
  await expect(accrue(delivered)).rejects.toMatchObject({ code: 'AGREEMENT_VOLUME_EXCEEDED' });
  expect(await debtOf(offer.supplierId)).toBe(10_000);
});

test.each([
  ['before the agreement began', '2026-01-14'],
  ['after it ended', '2026-03-02'],
])('a delivery %s is not owed by it', async (_name, day) => {
  const offer = await shop.offer();
  const { lotId, households } = await shop.harvest({ offer, grams: [10_000n] });
  await shop.rows(`update benefit.agreement set effective_to = '2026-03-01' where household_id = $1`, [households[0]]);
  await expect(accrue(await deliver(lotId, households[0]!, 1_000n, day))).rejects.toMatchObject({
    code: 'AGREEMENT_NOT_IN_FORCE',
  });
  await accrue(await deliver(lotId, households[0]!, 1_000n, '2026-03-01'));
  expect(await debtOf(offer.supplierId)).toBe(11_000);
});

test('a household of another supplier has no agreement for this lot', async () => {
  const { lotId } = await shop.harvest({ offer: await shop.offer(), grams: [10_000n] });
  const other = await shop.harvest({ offer: await shop.offer(), grams: [10_000n] });
  await expect(accrue(await deliver(lotId, other.households[0]!, 1_000n))).rejects.toMatchObject({
    code: 'AGREEMENT_NOT_IN_FORCE',
  });
});
