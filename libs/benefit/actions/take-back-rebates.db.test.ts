import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { contestLine } from './contest/open-contest';
import { withdrawPayment } from './outside/answer-payment';
import { settleSilentPayments } from './outside/settle-payments';
import { recordOutsidePayment } from './outside/record-payment';
import { fundObligations, openFundable } from './fund-obligations';
import { oweConfirmedDeliveries, releaseHeldDeliveries } from './release-held';
import { takeBackRebates } from './take-back-rebates';
import { viewEarnings } from './view-earnings';

/** What buyers get back of a settled line takes its part of the second rebate with it, where that is not paid yet. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let householdId: string;
let agreementId: string;
let lotId: string;
let part: { id: string; lineId: string };

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  offer = await shop.offer({ priceFen: 10_000n });
  lotId = await scale.openLot(offer);
  householdId = await shop.household(offer.supplierId);
  const { supplierId, productId } = offer;
  const terms = { productId, floorFenPerKg: 1_000n, grams: 20_000n, effectiveFrom: await scale.today() };
  [agreementId] = (await shop.agreedOnPaper([{ supplierId, householdId, kind: 'contractPurchase', ...terms }])) as [
    string,
  ];
  await shop.rows('update benefit.agreement set rebate_bp = 1000 where id = $1', [agreementId]);
  await brought(20_000);
  const order = await shop.receivedOrder(new Map([[productId, await shop.lot(offer, 100_000n)]]), { offer });
  part = { id: order.supplierOrders[0]!.id, lineId: order.supplierOrders[0]!.lines[0]!.id };
});
afterEach(async () => {
  // The runs here settle what no order was released for.
  const { 'what lies in clearing is what was captured and not yet settled': _, ...wanted } = holding.invariants;
  expect(await holding.brokenInvariants((sql) => shop.count(sql), wanted)).toEqual({});
});

async function brought(grams: number): Promise<void> {
  const id = await scale.brought(offer.supplierId, { lotId, householdId, grams });
  await shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId: id }]));
}
/** A run with the line: 100.00 for its goods, after a fee of 2.00. */
const sold = () =>
  shop.does(async (tx) => {
    await openFundable(tx);
    await tx.client.query(
      `insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values ($1, $2, $3, 9800, 9800, 10000)`,
      [part.lineId, lotId, offer.supplierId],
    );
    await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
  });
const emptyRun = () =>
  shop.does(async (tx) => {
    await openFundable(tx);
    await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
  });
/** So many fen of the line have gone back to the buyer by now, whoever decided it. */
async function refunded(fen: number): Promise<void> {
  await shop.rows('update ordering.line_progress set refund_fen = $2 where line_id = $1', [part.lineId, fen]);
  await shop.does((tx) => takeBackRebates(tx, scale.kit, [part.id]));
}
const rebate = async () => {
  const { data } = await viewEarnings(shop.database, householdId, undefined, 20);
  return data
    .filter(({ kind }) => kind === 'rebate')
    .map(({ due, funded, open, why }) => [...[due, funded, open].map(({ amount }) => Number(amount)), why.zh]);
};
const rebateLine = async () =>
  (
    await shop.rows<{ id: string }>(`select id from benefit.obligation where household_id = $1 and kind = 'rebate'`, [
      householdId,
    ])
  )[0]!.id;

test('a part of a line takes its part of the rebate, told again no more, and the sentence says so', async () => {
  await sold();
  expect(await rebate()).toEqual([[980, 0, 980, expect.stringMatching(/卖得 98\.00 元，二次返利 10%$/)]]);
  await refunded(2_500);
  expect(await rebate()).toEqual([
    [735, 0, 735, expect.stringMatching(/卖得 98\.00 元（其中退给买家 24\.50 元），二次返利 10%$/)],
  ]);
  await refunded(2_500);
  expect((await rebate())[0]!.slice(0, 3)).toEqual([735, 0, 735]);
  await refunded(5_000);
  expect((await rebate())[0]!.slice(0, 3)).toEqual([490, 0, 490]);
});

test('the whole line takes the whole rebate, and an objection to it is over', async () => {
  await sold();
  const obligationId = await rebateLine();
  const { id } = await scale.asHousehold(householdId, (tx) =>
    contestLine(tx, scale.kit, { obligationId, reason: '少算了' }),
  );
  await refunded(10_000);
  expect(await rebate()).toEqual([]);
  expect(await shop.rows('select state from benefit.contest where id = $1', [id])).toEqual([{ state: 'overtaken' }]);
  await expect(
    scale.asHousehold(householdId, (tx) => contestLine(tx, scale.kit, { obligationId, reason: '少算了' })),
  ).rejects.toMatchObject({ code: 'LINE_OVERTAKEN' });
});

test('what the household was paid stays: the supplier bears it', async () => {
  await sold();
  // The floor price takes 98.00 of its 200.00 first; another sale pays the rest of it and 4.00 of the rebate.
  await shop.does(async (tx) => {
    await openFundable(tx);
    await tx.client.query(
      'insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values (gen_random_uuid(), $1, $2, 10600, 0, 10600)',
      [lotId, offer.supplierId],
    );
    await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
  });
  expect((await rebate())[0]!.slice(0, 3)).toEqual([980, 400, 580]);
  await refunded(10_000);
  expect((await rebate())[0]!.slice(0, 3)).toEqual([400, 400, 0]);
});

test.each(['lapses', 'is withdrawn'])(
  'a payment that %s opens nothing that went back, and an objection to it is over',
  async (how) => {
    await sold();
    const obligationId = await rebateLine();
    const { supplierId } = offer;
    const paidOn = await scale.today();
    const [paper] = await shop.rows<{ file_id: string }>(
      `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256(uuidv7()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
      [supplierId],
    );
    const payment = {
      ...{ id: randomUUID(), supplierId, householdId, method: 'cash' as const, paperId: paper!.file_id, paidOn },
      ...{ amount: { amount: '980', currency: 'CNY' as const }, obligationIds: [obligationId] },
    };
    await scale.asClerk(supplierId, (tx) => recordOutsidePayment(tx, scale.kit, payment));
    await refunded(10_000);
    const { id } = await scale.asHousehold(householdId, (tx) =>
      contestLine(tx, scale.kit, { obligationId, reason: '少算了' }),
    );
    if (how === 'lapses') {
      await shop.setClock('31 days');
      await shop.does((tx) => settleSilentPayments(tx, scale.kit));
    } else {
      const deciding = { id: payment.id, version: 1, reason: '登记错了' };
      await scale.asClerk(supplierId, (tx) => withdrawPayment(tx, scale.kit, deciding));
    }
    expect(await rebate()).toEqual([]);
    expect(await shop.rows('select state from benefit.contest where id = $1', [id])).toEqual([{ state: 'overtaken' }]);
  },
);

test('what comes to stand after the refund has its rebate of what did not go back', async () => {
  await brought(20_000);
  await sold();
  expect((await rebate())[0]!.slice(0, 3)).toEqual([490, 0, 490]);
  await refunded(5_000);
  expect((await rebate())[0]!.slice(0, 3)).toEqual([245, 0, 245]);
  await shop.rows('update benefit.agreement set contracted_grams = 40000 where id = $1', [agreementId]);
  await shop.does((tx) => releaseHeldDeliveries(tx, [agreementId]));
  await emptyRun();
  expect((await rebate()).map((line) => line[0])).toEqual([245, 245]);
  await refunded(10_000);
  expect(await rebate()).toEqual([]);
});

test('what went back before the line was settled takes nothing twice', async () => {
  await shop.rows('update ordering.line_progress set refund_fen = 4000 where line_id = $1', [part.lineId]);
  await shop.does(async (tx) => {
    await openFundable(tx);
    await tx.client.query(
      `insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values ($1, $2, $3, 6000, 6000, 6000)`,
      [part.lineId, lotId, offer.supplierId],
    );
    await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
  });
  await refunded(4_000);
  expect((await rebate())[0]!.slice(0, 3)).toEqual([600, 0, 600]);
});

/** Paid back after the line was settled. */
async function late(fen: number): Promise<void> {
  await shop.rows(
    `insert into ordering.late_refund (source_id, line_id, supplier_order_id, amount_fen, decided_at) values (gen_random_uuid(), $1, $2, $3, now())`,
    [part.lineId, part.id, fen],
  );
  await shop.does((tx) => takeBackRebates(tx, scale.kit, [part.id]));
  await shop.does((tx) => takeBackRebates(tx, scale.kit, [part.id]));
}

test('what went back after all of it was settled takes its part of the rebate, as the sentence says', async () => {
  await sold();
  await late(2_500);
  expect(await rebate()).toEqual([
    [735, 0, 735, expect.stringMatching(/卖得 98\.00 元（其中退给买家 24\.50 元），二次返利 10%$/)],
  ]);
  await late(7_500);
  expect(await rebate()).toEqual([]);
});

test('also of a line of which the rest is still in dispute: what is held is not what went back', async () => {
  await shop.does(async (tx) => {
    await openFundable(tx);
    await tx.client.query(
      `insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values ($1, $2, $3, 6000, 6000, 6000)`,
      [part.lineId, lotId, offer.supplierId],
    );
    await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
  });
  await late(3_000);
  expect((await rebate())[0]!.slice(0, 3)).toEqual([300, 0, 300]);
});
