import { time, money } from '@xihuo/kernel';
import { claims } from '@xihuo/ordering';
import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { receiveSubsidy } from './receive-subsidy';
import { runSettlement } from './run-settlement';
import { viewLines, viewStatements } from './view-settlement';
import { viewSubsidies } from './view-subsidies';

let shop: Shop;
let day = 0;
beforeEach(async () => {
  shop = await openShop();
  day = 0;
});
afterEach(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
  await shop.close();
});

const all = { everything: true, suppliers: [], jurisdictions: [] };
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });

/** Business time moves on; what is released is settled for the day before. */
async function settleNext(days: number) {
  day += days;
  await shop.releaseAfter(day);
  const end = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  day += 1;
  await shop.setClock(`${day} days`);
  return shop.does((tx) => runSettlement(tx, end));
}

const balance = (code: string, owner: string | null = null) =>
  shop.count(
    `select coalesce(sum(case when (account.id = credit_account) = (normal_side = 'credit') then amount_fen else -amount_fen end), 0)
       from ledger.account left join ledger.transfer on account.id in (debit_account, credit_account)
      where account.code = $1 and owner_id is not distinct from $2`,
    [code, owner],
  );
let receipts = 0;
const enter = (funderId: string | null, fen: number, bankReference: string) =>
  shop.does((tx) =>
    receiveSubsidy(
      tx,
      { funderId, amount: yuan(fen), bankReference },
      { entered: 'person:one', confirmed: 'person:another' },
    ),
  );
const receive = (funderId: string | null, fen: number) => enter(funderId, fen, `BANK-${(receipts += 1)}`);

/** Received, of one offer, of which three parts of ten of the price were taken off: two thirds by an organisation, the rest by the platform. */
async function funded(offer: Offer, organisation: string, quantity = 1): Promise<PlacedOrder> {
  await shop.promotions.running({
    ...{ kind: 'fullReduction', thresholdFen: offer.priceFen, reductionFen: (offer.priceFen * 3n) / 10n },
    funders: [
      { kind: 'organisation', organisationId: organisation, shareBp: 6_667 },
      { kind: 'platform', organisationId: null, shareBp: 3_333 },
    ],
  });
  const lots = new Map([[offer.productId, await shop.lot(offer, 100_000n)]]);
  return shop.receivedOrder(lots, { offer, quantity });
}

/** Some packs of an order are claimed for a fault, and the claim accepted. */
async function giveBack(order: PlacedOrder, packs: number, fen?: number): Promise<void> {
  const [part] = order.supplierOrders;
  const access = { personId: null, token: order.token };
  const lines = [{ lineId: part!.lines[0]!.id, packs }];
  const body = {
    supplierOrderId: part!.id,
    kind: 'refundOnly',
    reason: 'quality',
    words: '',
    lines,
    photoIds: [],
  } as const;
  const caseId = await shop.does((tx) =>
    claims.make(tx, order.id, { ...body, lines: [...lines], photoIds: [], ...(fen && { amount: yuan(fen) }) }, access),
  );
  await shop.does((tx) =>
    claims.answer(tx, { caseId, supplierIds: [part!.supplier.id] }, { accept: true, state: 'requested' }),
  );
}

test("what others take off is theirs to pay: the supplier's receivable from settlement on, and its money once it is received", async () => {
  const offer = await shop.offer({ priceFen: 10_000n });
  const funder = await shop.supplier();
  const order = await funded(offer, funder);
  expect(order.amount).toEqual(yuan(7_000));
  expect(await settleNext(8)).toMatchObject({ gross: yuan(7_000), subsidies: yuan(0), payable: yuan(7_000) });
  expect([await balance('funderDebt', funder), await balance('platformSubsidy')]).toEqual([2_000, 1_000]);
  expect(await balance('supplierSubsidy', offer.supplierId)).toBe(3_000);
  expect(await balance('supplierPayable', offer.supplierId)).toBe(7_000);

  await expect(receive(funder, 2_001)).rejects.toMatchObject({ code: 'SUBSIDY_TOO_LARGE', extra: { openFen: '2000' } });
  expect(await receive(funder, 500)).toMatchObject({ open: yuan(1_500), suppliers: 1 });
  expect(await receive(funder, 1_500)).toMatchObject({ open: yuan(0) });
  await expect(enter(funder, 1_500, `BANK-${receipts}`)).rejects.toMatchObject({ code: 'SUBSIDY_RECEIPT_KNOWN' });
  expect(await receive(null, 1_000)).toMatchObject({ open: yuan(0) });
  expect(await settleNext(1)).toMatchObject({ gross: yuan(0), subsidies: yuan(3_000), payable: yuan(3_000) });
  expect(await balance('supplierPayable', offer.supplierId)).toBe(10_000);
  for (const code of ['platformSubsidy', 'orderClearing']) expect(await balance(code)).toBe(0);
  expect(await balance('funderDebt', funder)).toBe(0);
  expect(await settleNext(1)).toMatchObject({ lines: 0 });

  const { data } = await viewStatements(shop.database, all, { limit: 10 });
  expect(data).toMatchObject([
    { gross: yuan(0), subsidies: yuan(3_000), subsidiesOwed: yuan(0), closingBalance: yuan(10_000) },
    { gross: yuan(7_000), subsidies: yuan(0), subsidiesOwed: yuan(3_000), closingBalance: yuan(7_000) },
  ]);
  expect((await viewLines(shop.database, data[0]!.id, all, { limit: 10 })).data).toMatchObject([
    { gross: yuan(0), subsidy: yuan(3_000), payable: yuan(3_000) },
  ]);
});

test('who funds what of which line is told, to its supplier and to nobody else', async () => {
  const offer = await shop.offer({ priceFen: 10_000n });
  const funder = await shop.supplier();
  await funded(offer, funder);
  await settleNext(8);
  await receive(funder, 2_000);
  const told = (suppliers: string[], open: 'true' | 'false' = 'false') =>
    viewSubsidies(shop.database, { everything: false, suppliers, jurisdictions: [] }, { open, limit: 10 });
  expect((await told([offer.supplierId])).data.sort((a, b) => (a.funder.kind < b.funder.kind ? -1 : 1))).toMatchObject([
    { funder: { kind: 'organisation', id: funder }, discount: yuan(2_000), owed: yuan(2_000), received: yuan(2_000) },
    { funder: { kind: 'platform', id: null, name: null }, discount: yuan(1_000), owed: yuan(1_000), received: yuan(0) },
  ]);
  expect((await told([offer.supplierId], 'true')).data).toHaveLength(1);
  expect((await told([funder])).data).toEqual([]);
});

test('of goods that go back the funders get theirs back: in proportion, to the fen, and freight is none of it', async () => {
  const offer = await shop.offer({ priceFen: 1_000n });
  await shop.promotions.freight(offer.supplierId, { firstFen: 100n, stepFen: 0n });
  const funder = await shop.supplier();
  const order = await funded(offer, funder, 4);
  // 4,000 of goods less 300, and 100 for sending: a pack is 925 and 25.
  expect(order.amount).toEqual(yuan(3_800));
  await giveBack(order, 1);
  await giveBack(order, 1, 475);
  // 1.5 of 4 packs are back: 950 + 475 of 3,800; half a pack's freight is 12, rounded down: 2,312 of 3,700 of goods stay.
  expect(await settleNext(8)).toMatchObject({ gross: yuan(2_375) });
  expect(await shop.rows('select goods_fen::integer as goods from settlement.line')).toEqual([{ goods: 2_312 }]);
  expect([await balance('funderDebt', funder), await balance('platformSubsidy')]).toEqual([124, 62]);
});

test('the same movement of the bank is entered once, also by two at the same time', async () => {
  const offer = await shop.offer({ priceFen: 10_000n });
  const funder = await shop.supplier();
  await funded(offer, funder);
  await settleNext(8);
  const enter = () =>
    shop.does((tx) =>
      receiveSubsidy(
        tx,
        { funderId: funder, amount: yuan(700), bankReference: 'SAME' },
        { entered: 'person:one', confirmed: 'person:another' },
      ),
    );
  const ends = await Promise.allSettled([enter(), enter(), enter()]);
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
  for (const end of ends)
    if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'SUBSIDY_RECEIPT_KNOWN' });
  expect(await balance('funderDebt', funder)).toBe(1_300);
});

test('households come first of what a funder pays as of all that a line brings', async () => {
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n });
  const { lotId, households } = await shop.harvest({ offer, grams: [2_000n], floorFenPerKg: 4_500n });
  const funder = await shop.supplier();
  await shop.promotions.running({
    ...{ kind: 'fullReduction', thresholdFen: 10_000n, reductionFen: 3_000n },
    funders: [{ kind: 'organisation', organisationId: funder, shareBp: 10_000 }],
  });
  await shop.receivedOrder(new Map([[offer.productId, lotId]]), { offer });
  expect(await settleNext(8)).toMatchObject({ farmerDues: yuan(7_000), payable: yuan(0) });
  await receive(funder, 3_000);
  expect(await settleNext(1)).toMatchObject({ subsidies: yuan(3_000), farmerDues: yuan(2_000), payable: yuan(1_000) });
  expect(await balance('householdPayable', households[0]!)).toBe(9_000);
});

test('the fee is of what the goods brought: none of their freight, and none of what a funder adds', async () => {
  await shop.rows(`insert into registry.policy (key, value, effective_from, source)
                   select 'fee.platformBp', '1000', (platform.business_now() at time zone 'Asia/Shanghai')::date, 'test'`);
  const offer = await shop.offer({ priceFen: 10_000n });
  await shop.promotions.freight(offer.supplierId, { firstFen: 1_000n, stepFen: 0n });
  const funder = await shop.supplier();
  await funded(offer, funder);
  expect(await settleNext(8)).toMatchObject({ gross: yuan(8_000), fees: yuan(700), payable: yuan(7_300) });
  await receive(funder, 2_000);
  expect(await settleNext(1)).toMatchObject({ fees: yuan(0), payable: yuan(2_000) });
  expect(money.fen(BigInt(await balance('platformFee')))).toBe(700n);
});
