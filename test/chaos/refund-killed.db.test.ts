import { money } from '@xihuo/kernel';
import { claims, markOrdersPaid } from '@xihuo/ordering';
import { applyClaims, refunds, startPayment } from '@xihuo/payment';
import { createLog } from '@xihuo/platform';
import { asTest, holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../infra/sandbox/testing';
import { ended } from './dies';
import { tillOf } from './sandbox-till';

let shop: Shop;
let sandbox: TestSandbox;
let offer: Offer;
let lot: string;
let minutes = 0;
const log = createLog('silent', 'test');

beforeAll(async () => {
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  offer = await shop.offer({ priceFen: 1_001n });
  lot = await shop.lot(offer, 100_000n);
});
afterAll(async () => {
  await sandbox?.close();
  await shop?.close();
});
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

/** Runs a periodic job in a process of its own, which is killed; answers how it ended. */
const killed = (failpoint: string, name: string) =>
  ended('run-job.ts', shop.url, failpoint, name, sandbox.origin, sandbox.webhookSecret);

/** Paid at the sandbox's cashier, sent and received. */
async function received(): Promise<{ order: PlacedOrder; ref: string }> {
  const order = await shop.placedOrder({ offer, quantity: 2 });
  const [part] = order.supplierOrders;
  const till = tillOf(shop.database, sandbox.origin, sandbox.webhookSecret);
  const legs = [{ supplierOrderId: part!.id, supplierId: part!.supplier.id, amountFen: money.fromWire(part!.amount) }];
  const returnUrl = 'http://localhost:3000/orders/1';
  await startPayment(till, { orderId: order.id, orderNumber: order.number, legs, returnUrl, ...asTest });
  const [row] = await shop.rows<{ ref: string }>(
    'select provider_payment as ref from payment.payment where order_id = $1',
    [order.id],
  );
  await sandbox.stripe.paymentIntents.confirm(row!.ref, { payment_method: 'pm_card_visa' });
  const claim = (await till.provider.query({ paymentRef: row!.ref }))!;
  await shop.does(async (tx) => {
    await applyClaims(tx, [claim]);
    await markOrdersPaid(tx, [order.id]);
  });
  await shop.ship(order, new Map([[offer.productId, lot]]));
  await shop.receive(order);
  return { order, ref: row!.ref };
}

async function claimed(order: PlacedOrder): Promise<string> {
  const [part] = order.supplierOrders;
  const lines = [{ lineId: part!.lines[0]!.id, packs: 1 }];
  const body = { supplierOrderId: part!.id, kind: 'refundOnly', reason: 'quality', words: '', photoIds: [] } as const;
  return shop.does((tx) =>
    claims.make(tx, order.id, { ...body, lines, photoIds: [] }, { personId: null, token: order.token }),
  );
}
/** As whoever is started again would, twice. */
async function payBack(): Promise<void> {
  const till = tillOf(shop.database, sandbox.origin, sandbox.webhookSecret);
  await refunds.send(till, log);
  await refunds.send(till, log);
}
const pass = (time: number) => shop.setClock(`${(minutes += time)} minutes`);

/** What one accepted claim may bring about, and how often it did. */
async function done(caseId: string, ref: string) {
  const count = (sql: string) => shop.count(sql, [caseId]);
  const sent = await sandbox.stripe.refunds.list({ payment_intent: ref });
  return {
    atProvider: sent.data.map(({ amount, status }) => `${amount} ${status}`),
    asked: await count('select count(*) from payment.refund where source_id = $1'),
    booked: await count(
      `select count(*) from ledger.transfer where code = 'payment.refund'
          and source_id = (select supplier_order_id from ordering.after_sale where id = $1)`,
    ),
    accepted: await count(
      `select count(*) from ordering.after_sale_step where case_id = $1 and event = 'acceptRefund'`,
    ),
    state: (await shop.rows('select state from payment.refund where source_id = $1', [caseId]))[0]?.['state'],
  };
}
const once = { atProvider: ['1001 succeeded'], asked: 1, booked: 1, accepted: 1, state: 'succeeded' };

test.each([
  ...['payment.takeRefunds:beforeCommit', 'payment.takeRefunds:afterCommit'],
  ...['payment.refund:beforeCall', 'payment.refund:afterCall'],
  ...['payment.keepRefunds:beforeCommit', 'payment.keepRefunds:afterCommit'],
])(
  'killed at %s the buyer has the money once',
  async (failpoint) => {
    const { order, ref } = await received();
    const caseId = await claimed(order);
    const supplierIds = [offer.supplierId];
    await shop.does((tx) => claims.answer(tx, { caseId, supplierIds }, { accept: true, state: 'requested' }));
    expect(await killed(failpoint, 'payment.sendRefunds')).toBe('SIGKILL');
    await pass(1);
    await payBack();
    expect(await done(caseId, ref)).toEqual(once);
  },
  240_000,
);

test.each(['ordering.moveSilentCase:beforeCommit', 'ordering.moveSilentCase:afterCommit'])(
  'killed at %s a silent supplier has accepted once, and the money goes back once',
  async (failpoint) => {
    const { order, ref } = await received();
    const caseId = await claimed(order);
    await pass(48 * 60 + 1);
    expect(await killed(failpoint, 'ordering.moveSilentCases')).toBe('SIGKILL');
    await claims.moveSilent(shop.database, log);
    await payBack();
    expect(await done(caseId, ref)).toEqual(once);
  },
  240_000,
);
