import { time } from '@xihuo/kernel';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import type { RunView, StatementView } from '../store/settlement-view';
import { settlementDue } from './run/prepare-run';
import { runSettlement } from './run-settlement';
import { viewRuns, viewStatement, viewStatements } from './view-settlement';

const readerOf = (...suppliers: string[]) => ({ everything: false, suppliers, jurisdictions: [] });

/** Each test has a database of its own: a run settles everything there is. */
let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => holding.closeSound(shop));

const today = () => shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
const settle = (periodEnd: string): Promise<RunView> => shop.does((tx) => runSettlement(tx, periodEnd));

/** Lets the after-sale windows end, releases, and settles on the day after. */
async function releaseAndSettle(days = 8): Promise<RunView> {
  await shop.releaseAfter(days);
  const releasedOn = await today();
  await shop.setClock(`${days + 1} days`);
  return settle(releasedOn);
}

const balance = (code: string, owner: string | null = null) =>
  shop.count(
    `select coalesce(sum(case when credit_account = account.id then amount_fen else -amount_fen end), 0)
       from ledger.account left join ledger.transfer on account.id in (debit_account, credit_account)
      where account.code = $1 and owner_id is not distinct from $2`,
    [code, owner],
  );

async function statementOf(supplierId: string): Promise<StatementView> {
  const { data } = await viewStatements(shop.database, readerOf(supplierId), { limit: 10 });
  return viewStatement(shop.database, data[0]!.id, readerOf(supplierId));
}

const expectInvariants = async () => expect(await holding.brokenInvariants(shop.count)).toEqual({});

async function soldFrom(lotId: string, offer: Offer, orders: number): Promise<void> {
  const lots = new Map([[offer.productId, lotId]]);
  await Promise.all(Array.from({ length: orders }, () => shop.receivedOrder(lots, { offer })));
}

test("a released order is settled: households first, the rest is the supplier's", async () => {
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n });
  const { lotId, households } = await shop.harvest({ offer, grams: [2_000n, 2_000n, 2_000n], floorFenPerKg: 1_500n });
  await soldFrom(lotId, offer, 1);
  expect(await releaseAndSettle()).toMatchObject({
    state: 'posted',
    suppliers: 1,
    lines: 1,
    gross: { amount: '10000' },
    fees: { amount: '0' },
    farmerDues: { amount: '9000' },
    payable: { amount: '1000' },
  });
  for (const household of households) expect(await balance('householdPayable', household)).toBe(3_000);
  expect(await balance('supplierPayable', offer.supplierId)).toBe(1_000);
  expect(await balance('orderClearing')).toBe(0);
  expect(await statementOf(offer.supplierId)).toMatchObject({
    openingBalance: { amount: '0' },
    gross: { amount: '10000' },
    farmerDues: { amount: '9000' },
    payable: { amount: '1000' },
    closingBalance: { amount: '1000' },
    lines: { count: 1, gross: { amount: '10000' }, farmerDues: { amount: '9000' }, payable: { amount: '1000' } },
  });
  await expectInvariants();
});

test('second rebates are a part of what the goods brought: freight is no sale of a harvest', async () => {
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n });
  await shop.promotions.freight(offer.supplierId, { firstFen: 1_000n, stepFen: 0n });
  const { lotId } = await shop.harvest({ offer, grams: [2_000n, 2_000n] });
  await shop.rows('update benefit.agreement set rebate_bp = 1000');
  await soldFrom(lotId, offer, 1);
  expect(await releaseAndSettle()).toMatchObject({ gross: { amount: '11000' } });
  expect(
    await shop.rows(`select sum(quantity)::integer as base, sum(amount_fen)::integer as fen
                       from benefit.obligation where kind = 'rebate'`),
  ).toEqual([{ base: 10_000, fen: 1_000 }]);
  await expectInvariants();
});

test('a period is settled once, by whoever comes first, and a later period takes up from there', async () => {
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n });
  const { lotId } = await shop.harvest({ offer, grams: [1_000n, 500n] });
  await soldFrom(lotId, offer, 1);
  await shop.releaseAfter(8);
  const releasedOn = await today();
  await expect(settle(releasedOn)).rejects.toMatchObject({ code: 'PERIOD_NOT_OVER' });

  await shop.setClock('9 days');
  const ends = await Promise.allSettled(Array.from({ length: 4 }, () => settle(releasedOn)));
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
  for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'RUN_EXISTS' });
  expect(await balance('supplierPayable', offer.supplierId)).toBe(8_500);
  expect(await shop.does((tx) => settlementDue(tx, releasedOn))).toBe(false);

  const more = await shop.receivedOrder(new Map([[offer.productId, await shop.lot(offer, 1_000n)]]), { offer });
  expect(more.state).toBe('awaitingPayment');
  await shop.setClock('17 days');
  await shop.releaseAfter(17);
  await shop.setClock('18 days');
  await settle(time.addDays(releasedOn, 9));
  expect(await statementOf(offer.supplierId)).toMatchObject({
    openingBalance: { amount: '8500' },
    payable: { amount: '10000' },
    closingBalance: { amount: '18500' },
  });
  expect((await viewRuns(shop.database, undefined, 10)).data).toHaveLength(2);
  await expectInvariants();
});

test('two periods run at once settle every line once', async () => {
  const offer = await shop.offer({ priceFen: 777n, grams: 1_000n });
  const { lotId } = await shop.harvest({ offer, grams: [9_000n, 9_000n], floorFenPerKg: 100n });
  await soldFrom(lotId, offer, 8);
  await shop.releaseAfter(8);
  const releasedOn = await today();
  await shop.setClock('10 days');
  await Promise.allSettled([settle(releasedOn), settle(time.addDays(releasedOn, 1))]);
  expect(await shop.count('select count(*) from settlement.line')).toBe(8);
  expect(await balance('supplierPayable', offer.supplierId)).toBe(8 * 777 - 1_800);
  await expectInvariants();
});

test('the same period run again from the same books gives the same fen', async () => {
  const offer = await shop.offer({ priceFen: 1_237n, grams: 300n });
  const { lotId } = await shop.harvest({
    offer,
    grams: [1_111n, 2_222n, 777n],
    floorFenPerKg: 431n,
    premiumFenPerKg: 57n,
  });
  await soldFrom(lotId, offer, 3);
  await shop.releaseAfter(8);
  const releasedOn = await today();
  await shop.setClock('9 days');
  const undone = new Error('undone');
  const results: unknown[] = [];
  for (let round = 0; round < 2; round += 1) {
    const attempt = shop.does(async (tx) => {
      await runSettlement(tx, releasedOn);
      const shares = await tx.client.query(
        'select line_id, obligation_id, lot_id, amount_fen, rule_version from benefit.share order by 1, 2, 3',
      );
      const lines = await tx.client.query(
        'select line_id, fee_fen, farmer_dues_fen, payable_fen from settlement.line order by 1',
      );
      results.push([shares.rows, lines.rows]);
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
  }
  expect((results[0] as unknown[][])[0]).not.toEqual([]);
  expect(results[1]).toEqual(results[0]);
});

test("wages come before floor prices, floor prices before premiums, and what is not funded stays the supplier's debt", async () => {
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n });
  const worker = await shop.workedDays(offer.supplierId, 2, 3_000n);
  const { lotId, households } = await shop.harvest({
    offer,
    grams: [2_000n, 2_000n],
    floorFenPerKg: 1_500n,
    premiumFenPerKg: 500n,
  });
  await soldFrom(lotId, offer, 1);
  expect(await releaseAndSettle()).toMatchObject({ farmerDues: { amount: '10000' }, payable: { amount: '0' } });
  expect(await balance('householdPayable', worker)).toBe(6_000);
  expect(await Promise.all(households.map((household) => balance('householdPayable', household)))).toEqual([
    2_000, 2_000,
  ]);
  // Owed 6,000 + 6,000 + 2,000; funded 10,000.
  expect(-(await balance('supplierDebt', offer.supplierId))).toBe(4_000);
  await expectInvariants();

  await soldFrom(await shop.lot(offer, 1_000n), offer, 1);
  await releaseAndSettle(18);
  expect(await balance('supplierDebt', offer.supplierId)).toBe(0);
  expect(await balance('supplierPayable', offer.supplierId)).toBe(6_000);
  await expectInvariants();
});

test("the households behind the goods sold come before the supplier's other households", async () => {
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n });
  const sold = await shop.harvest({ offer, grams: [2_000n], floorFenPerKg: 4_000n });
  const unsold = await shop.harvest({ offer, grams: [2_000n], floorFenPerKg: 4_000n });
  await soldFrom(sold.lotId, offer, 1);
  await releaseAndSettle();
  expect(await balance('householdPayable', sold.households[0]!)).toBe(8_000);
  expect(await balance('householdPayable', unsold.households[0]!)).toBe(2_000);
  await expectInvariants();
});

test("one supplier's sales never pay another's debts", async () => {
  const [rich, poor] = [await shop.offer({ priceFen: 10_000n }), await shop.offer({ priceFen: 100n })];
  const { lotId, households } = await shop.harvest({ offer: poor, grams: [2_000n], floorFenPerKg: 4_000n });
  const lots = new Map([
    [rich.productId, await shop.lot(rich, 500n)],
    [poor.productId, lotId],
  ]);
  await shop.receivedOrder(lots, { offer: rich }, { offer: poor });
  expect(await releaseAndSettle()).toMatchObject({
    suppliers: 2,
    gross: { amount: '10100' },
    farmerDues: { amount: '100' },
  });
  expect(await balance('householdPayable', households[0]!)).toBe(100);
  expect(await balance('supplierPayable', rich.supplierId)).toBe(10_000);
  await expectInvariants();
});

test("the fee is the one in force when the order was placed, rounded down in the supplier's favour", async () => {
  const offer = await shop.offer({ priceFen: 199n });
  const lotId = await shop.lot(offer, 5_000n);
  const lots = new Map([[offer.productId, lotId]]);
  await shop.receivedOrder(lots, { offer });
  await shop.rows(`insert into registry.policy (key, value, effective_from, source)
                   select 'fee.platformBp', '250', (platform.business_now() at time zone 'Asia/Shanghai')::date + 1, 'test'`);
  await shop.setClock('1 day');
  await shop.receivedOrder(lots, { offer });
  expect(await releaseAndSettle(9)).toMatchObject({
    gross: { amount: '398' },
    fees: { amount: '4' },
    payable: { amount: '394' },
  });
  expect(await balance('platformFee')).toBe(4);
  expect(await shop.rows('select distinct rule_version from settlement.line')).toHaveLength(2);
  await expectInvariants();
});

test("a line shipped from two lots is split by weight, and each lot's households get its part", async () => {
  const offer = await shop.offer({ priceFen: 1_000n, grams: 1_000n });
  const one = await shop.harvest({ offer, grams: [2_000n], floorFenPerKg: 5_000n });
  const two = await shop.harvest({ offer, grams: [1_000n], floorFenPerKg: 5_000n });
  const order = await shop.paidOrder({ offer, quantity: 3 });
  const [part] = order.supplierOrders;
  const lineId = part!.lines[0]!.id;
  await shop.shipPart(part!, [
    { lineId, lotId: one.lotId, packs: 2 },
    { lineId, lotId: two.lotId, packs: 1 },
  ]);
  await shop.receive(order);
  await releaseAndSettle();
  expect(await balance('householdPayable', one.households[0]!)).toBe(2_000);
  expect(await balance('householdPayable', two.households[0]!)).toBe(1_000);
  await expectInvariants();
});

test('a run with nothing to settle is an empty run', async () => {
  const yesterday = time.addDays(await today(), -1);
  expect(await shop.does((tx) => settlementDue(tx, yesterday))).toBe(false);
  expect(await settle(yesterday)).toMatchObject({ state: 'posted', suppliers: 0, lines: 0, gross: { amount: '0' } });
});

test("a supplier reads its own statements and nobody else's", async () => {
  const offer = await shop.offer();
  await soldFrom(await shop.lot(offer, 1_000n), offer, 1);
  await releaseAndSettle();
  const own = await statementOf(offer.supplierId);
  const other = await shop.supplier();
  expect((await viewStatements(shop.database, readerOf(other), { limit: 10 })).data).toEqual([]);
  await expect(viewStatement(shop.database, own.id, readerOf(other))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await viewStatements(shop.database, { ...readerOf(), everything: true }, { limit: 10 })).data).toHaveLength(
    1,
  );
});
