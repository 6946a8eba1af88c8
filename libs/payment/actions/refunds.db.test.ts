import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { createLog } from '@xihuo/platform';
import { asTest, holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../../infra/sandbox/testing';
import type { RefundResult } from '../provider/payment-provider';
import { StripeProvider } from '../provider/stripe-provider';
import { applyClaims } from './apply-claims';
import { applyRefundClaims } from './apply-refund-claims';
import { receiveEvent, workOffEvents } from './receive-event';
import { owePaymentsBack, requestRefunds } from './request-refunds';
import { sendRefunds } from './send-refunds';
import { startPayment, type Till } from './start-payment';

/** Money on its way back, with the real SDK against a running sandbox. */

let shop: Shop;
let sandbox: TestSandbox;
let till: Till;
const log = createLog('silent', 'test');

beforeAll(async () => {
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  const settings = { secretKey: 'sk_test_sandbox', webhookSecret: sandbox.webhookSecret, apiBase: sandbox.origin };
  till = { database: shop.database, provider: new StripeProvider(settings), providerName: 'sandbox' };
});
afterAll(async () => {
  await sandbox?.close();
  await shop?.close();
});
afterEach(async () => {
  await sandbox.behave();
  await shop.setClock('0');
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});

/** An order over two suppliers, ¥10.00 and ¥2.34, paid at the cashier. */
async function paidAtCashier(): Promise<{ order: PlacedOrder; ref: string; part: string }> {
  const order = await shop.placedOrder(
    { offer: await shop.offer({ priceFen: 1_000n }) },
    { offer: await shop.offer({ priceFen: 234n }) },
  );
  await startPayment(till, {
    orderId: order.id,
    orderNumber: order.number,
    legs: order.supplierOrders.map((part) => ({
      supplierOrderId: part.id,
      supplierId: part.supplier.id,
      amountFen: money.fromWire(part.amount),
    })),
    returnUrl: 'http://localhost:3000/orders/1',
    ...asTest,
  });
  const [row] = await shop.rows<{ ref: string }>(
    'select provider_payment as ref from payment.payment where order_id = $1',
    [order.id],
  );
  const { ref } = row!;
  await sandbox.stripe.paymentIntents.confirm(ref, { payment_method: 'pm_card_visa' });
  const claim = (await till.provider.query({ paymentRef: ref }))!;
  await shop.does((tx) => applyClaims(tx, [claim]));
  await shop.rows("update ordering.customer_order set state = 'paid' where id = $1", [order.id]);
  await shop.rows("update ordering.supplier_order set state = 'toShip' where order_id = $1", [order.id]);
  const part = order.supplierOrders.find((one) => one.amount.amount === '1000')!.id;
  return { order, ref, part };
}

const request = (supplierOrderId: string, amountFen: bigint, sourceId: string = randomUUID()) =>
  shop.does((tx) =>
    requestRefunds(tx, [{ supplierOrderId, amountFen: money.fen(amountFen), sourceKind: 'afterSale', sourceId }]),
  );

const refundsOf = (part: string) =>
  shop.rows<{ state: string; attempt: number; amount_fen: string }>(
    'select state, attempt, amount_fen from payment.refund where supplier_order_id = $1 order by id',
    [part],
  );
const bookedOf = (part: string) =>
  shop.rows<{ code: string; fen: string }>(
    `select code, amount_fen as fen from ledger.transfer where source_id = $1 and code like 'payment.refund%' order by posted_at`,
    [part],
  );
const atProvider = async (ref: string) => (await sandbox.stripe.refunds.list({ payment_intent: ref, limit: 100 })).data;

async function later(time: string): Promise<void> {
  await shop.setClock(time);
  await sendRefunds(till, log);
}

/**
 * As workers do, round after round: an answer that did not come in time, as on a busy machine, is asked for again half a minute of
 * business time later.
 */
async function untilSent(workers = 1): Promise<void> {
  const waiting = `select count(*) from payment.refund where state in ('requested', 'sent', 'unknown')`;
  for (let round = 1; round <= 10; round += 1) {
    await Promise.all(Array.from({ length: workers }, () => sendRefunds(till, log)));
    if ((await shop.count(waiting)) === 0) return;
    await shop.setClock(`${round * 31} seconds`);
  }
  throw new Error('an honest provider has answered within ten rounds');
}

/** Delivers what the sandbox has sent of refunds of this payment, `times` over at once. */
async function deliver(ref: string, type: string, times = 1): Promise<void> {
  const isOfRef = (message: Awaited<ReturnType<TestSandbox['receiver']['take']>>) =>
    JSON.stringify(message.event.data.object).includes(ref);
  for (let nth = 1; !isOfRef(await sandbox.receiver.take(type, nth)); nth += 1);
  const messages = sandbox.receiver.received.filter((message) => message.event.type === type && isOfRef(message));
  const one = async ({ body, signature }: (typeof messages)[number]) => {
    const event = till.provider.parseWebhook(body, signature);
    await shop.does((tx) => receiveEvent(tx, 'sandbox', event));
    const kept = await shop.rows<{ id: string }>('select id from payment.inbox where event_id = $1', [event.eventRef]);
    await shop.does((tx) =>
      workOffEvents(
        tx,
        kept.map((row) => row.id),
      ),
    );
  };
  await Promise.all(messages.flatMap((message) => Array.from({ length: times }, () => one(message))));
}

test('a partial refund goes to the buyer once, and the books know', async () => {
  const { part, ref } = await paidAtCashier();
  await request(part, 300n);
  await untilSent(3);
  expect((await atProvider(ref)).map((refund) => [refund.amount, refund.status])).toEqual([[300, 'succeeded']]);
  expect(await refundsOf(part)).toEqual([{ state: 'succeeded', attempt: 1, amount_fen: '300' }]);
  expect(await bookedOf(part)).toEqual([{ code: 'payment.refund', fen: '300' }]);
});

test('F25: of two partial refunds at once that exceed what was paid, one is refused', async () => {
  const { part } = await paidAtCashier();
  const letGo = await shop.hold(`select from payment.leg where supplier_order_id = '${part}' for update`);
  const ends = Promise.allSettled([request(part, 600n), request(part, 600n)]);
  await shop.untilWaiting(2);
  await letGo();
  const told = (await ends).map((end) =>
    end.status === 'fulfilled' ? 'asked' : (end.reason as { code: string }).code,
  );
  expect(told.sort()).toEqual(['REFUND_TOO_LARGE', 'asked']);
  await request(part, 400n);
  await expect(request(part, 1n)).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE', extra: { leftFen: '0' } });
  await untilSent();
});

test('F25: one wish uttered ten times at once is one refund', async () => {
  const { part, ref } = await paidAtCashier();
  const wish = randomUUID();
  await Promise.all(Array.from({ length: 10 }, () => request(part, 250n, wish)));
  await untilSent(2);
  expect(await refundsOf(part)).toHaveLength(1);
  expect(await atProvider(ref)).toHaveLength(1);
});

test('nothing is paid back of what was never captured', async () => {
  const order = await shop.placedOrder({ offer: await shop.offer() });
  await expect(request(order.supplierOrders[0]!.id, 1n)).rejects.toMatchObject({ code: 'PAYMENT_NOT_POSSIBLE' });
});

test.each(['dropResponse', 'serverErrorAfter', 'dropRequest', 'wrongAmount'])(
  'an answer that is lost or wrong (%s) is not guessed: it is asked again, and the buyer has the money once',
  async (fault) => {
    const { part, ref } = await paidAtCashier();
    await request(part, 400n);
    await sandbox.misbehave({ on: 'refunds.create', fault, sticky: true });
    await sendRefunds(till, log);
    expect(await refundsOf(part)).toMatchObject([{ state: 'unknown' }]);
    expect(await bookedOf(part)).toEqual([]);
    await sandbox.behave();
    await later('31 seconds');
    expect(await refundsOf(part)).toMatchObject([{ state: 'succeeded', attempt: 1 }]);
    expect((await atProvider(ref)).map((refund) => refund.amount)).toEqual([400]);
    expect(await bookedOf(part)).toHaveLength(1);
  },
);

test('F2: the webhook is faster than the answer, which then changes nothing', async () => {
  const { part, ref } = await paidAtCashier();
  await request(part, 123n);
  const provider = Object.create(till.provider, {
    refund: {
      value: async (input: Parameters<Till['provider']['refund']>[0]): Promise<RefundResult> => {
        const answer = await till.provider.refund(input);
        await deliver(ref, 'refund.created');
        expect(await refundsOf(part)).toMatchObject([{ state: 'succeeded' }]);
        return answer;
      },
    },
  }) as Till['provider'];
  await sendRefunds({ ...till, provider }, log);
  expect(await bookedOf(part)).toHaveLength(1);
});

test('F1: its webhook fifty times over and the poller book once', async () => {
  const { part, ref } = await paidAtCashier();
  await request(part, 77n);
  await sandbox.misbehave({ on: 'refunds.create', fault: 'dropResponse', sticky: true });
  await sendRefunds(till, log);
  await sandbox.behave();
  await shop.setClock('31 seconds');
  await Promise.all([sendRefunds(till, log), deliver(ref, 'refund.created', 50)]);
  expect(await bookedOf(part)).toEqual([{ code: 'payment.refund', fen: '77' }]);
});

test('a refund that fails days later is owed again, booked back, and tried anew under another name', async () => {
  const { part, ref } = await paidAtCashier();
  await sandbox.misbehave({ on: 'refunds.create', fault: 'lateFailure', ms: 1 });
  await request(part, 500n);
  await sendRefunds(till, log);
  await deliver(ref, 'refund.failed');
  expect(await refundsOf(part)).toMatchObject([{ state: 'failed', attempt: 1 }]);
  expect((await bookedOf(part)).map((row) => row.code)).toEqual(['payment.refund', 'payment.refundFailed']);
  // What went wrong keeps its place: nobody can promise the same fen twice meanwhile.
  await expect(request(part, 501n)).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE' });
  await later('1 minute');
  expect(await refundsOf(part)).toMatchObject([{ state: 'failed' }]);
  await later('3 minutes');
  expect(await refundsOf(part)).toMatchObject([{ state: 'succeeded', attempt: 2 }]);
  expect((await atProvider(ref)).map((refund) => refund.status).sort()).toEqual(['failed', 'succeeded']);
});

test('what an earlier attempt has paid unheard is not paid again, and is owed again should it fail there', async () => {
  const { part, ref } = await paidAtCashier();
  const [row] = await request(part, 200n);
  const metadata = { refund_id: row!.id, leg_id: part };
  const { id: refundRef } = await sandbox.stripe.refunds.create({ payment_intent: ref, amount: 200, metadata });
  const failed = { refundKey: row!.id, amountFen: money.fen(200), state: 'failed' } as const;
  await shop.does((tx) => applyRefundClaims(tx, [{ ...failed, refundRef: null }]));
  await later('3 minutes');
  expect(await refundsOf(part)).toMatchObject([{ state: 'succeeded', attempt: 2 }]);
  expect(await atProvider(ref)).toHaveLength(1);
  await shop.does((tx) => applyRefundClaims(tx, [{ ...failed, refundRef }]));
  expect(await refundsOf(part)).toMatchObject([{ state: 'failed' }]);
});

test('F21: the older message after the newer changes nothing', async () => {
  const { part } = await paidAtCashier();
  const [row] = await request(part, 200n);
  const claim = { refundKey: row!.id, refundRef: 're_1', amountFen: money.fen(200) };
  await shop.does((tx) => applyRefundClaims(tx, [{ ...claim, state: 'failed' }]));
  await shop.does((tx) => applyRefundClaims(tx, [{ ...claim, state: 'succeeded' }]));
  expect(await refundsOf(part)).toMatchObject([{ state: 'failed' }]);
  expect(await bookedOf(part)).toEqual([]);
  // Nor does one of another amount, of another attempt, or of nobody.
  await later('3 minutes');
  for (const wrong of [{ amountFen: money.fen(199) }, { refundKey: `${row!.id}.7` }, { refundKey: null }])
    await shop.does((tx) => applyRefundClaims(tx, [{ ...claim, ...wrong, state: 'failed' }]));
  expect(await refundsOf(part)).toMatchObject([{ state: 'succeeded', attempt: 2 }]);
});

test('a refusal by the provider is a failed attempt, kept with its reason', async () => {
  const { part, ref } = await paidAtCashier();
  await sandbox.stripe.refunds.create({ payment_intent: ref, amount: 1_234 });
  await request(part, 1_000n);
  await sendRefunds(till, log);
  const [row] = await shop.rows('select state, failure from payment.refund where supplier_order_id = $1', [part]);
  expect(row).toEqual({ state: 'failed', failure: expect.stringMatching(/refund/i) });
  expect(await bookedOf(part)).toEqual([]);
});

test('a refund that is refused again and again is a case of finance that names its order', async () => {
  const { order, part, ref } = await paidAtCashier();
  const gone = await sandbox.stripe.refunds.create({ payment_intent: ref, amount: 1_234 });
  const [wanted] = await request(part, 1_000n);
  await sendRefunds(till, log);
  const cases = () =>
    shop.rows(
      `select kind, state, here_fen::integer as here, there_fen::integer as there, order_id
         from payment.difference where refund_id = $1`,
      [wanted!.id],
    );
  expect(await cases()).toEqual([]);
  await shop.rows('update payment.refund set attempt = 4, try_again_at = requested_at where id = $1', [wanted!.id]);
  await sendRefunds(till, log);
  expect(await refundsOf(part)).toMatchObject([{ state: 'failed', attempt: 5 }]);
  const open = { kind: 'refundFailing', here: -1_000, there: 0, order_id: order.id };
  expect(await cases()).toMatchObject([{ ...open, state: 'open' }]);
  expect(gone.status).toBe('succeeded');
});

test.each([
  ['', false],
  [', also where answers are lost on the way', true],
])('F20: money that is owed back goes back whole, less what went before%s', async (_, lost) => {
  const { order, part, ref } = await paidAtCashier();
  await request(part, 100n);
  await untilSent();
  await Promise.all([1, 2].map(() => shop.does((tx) => owePaymentsBack(tx, [order.id]))));
  if (lost) {
    await sandbox.misbehave({ on: 'refunds.create', fault: 'dropResponse', sticky: true });
    await sendRefunds(till, log);
    await sandbox.behave();
  }
  await untilSent(2);
  expect((await atProvider(ref)).reduce((sum, refund) => sum + refund.amount, 0)).toBe(1_234);
  const back = 'select count(*) from payment.payment where order_id = $1 and refunded_at is not null';
  expect(await shop.count(back, [order.id])).toBe(1);
});
