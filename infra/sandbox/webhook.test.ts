import type Stripe from 'stripe';
import { startTestSandbox, webhookSecret } from './testing';
import type { Received, TestSandbox } from './testing';

let sandbox: TestSandbox;
let stripe: Stripe;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  stripe = sandbox.stripe;
});
afterEach(() => sandbox.close());

async function pay(method = 'pm_card_visa'): Promise<string> {
  const { id } = await stripe.paymentIntents.create({ amount: 1_000, currency: 'cny' });
  await stripe.paymentIntents.confirm(id, { payment_method: method }).catch(() => null);
  return id;
}

const isGenuine = ({ body, signature }: Received): boolean => {
  try {
    stripe.webhooks.constructEvent(body, signature, webhookSecret);
    return true;
  } catch {
    return false;
  }
};

test('events are signed over their raw bytes', async () => {
  const id = await pay();
  const told = await sandbox.receiver.take('payment_intent.succeeded');
  expect(isGenuine(told)).toBe(true);
  expect(told.event.data.object).toMatchObject({ id, amount_received: 1_000 });
  expect(isGenuine({ ...told, body: Buffer.from(told.body.toString().replace('1000', '1001')) })).toBe(false);
});

test('every way a payment can end is told', async () => {
  await pay('pm_card_chargeDeclined');
  await stripe.paymentIntents.cancel(
    await stripe.paymentIntents.create({ amount: 1, currency: 'cny' }).then(({ id }) => id),
  );
  await pay('pm_sandbox_later');
  for (const type of ['payment_failed', 'canceled', 'processing'])
    await sandbox.receiver.take(`payment_intent.${type}`);
  expect(sandbox.receiver.received).toHaveLength(3);
});

test('refused deliveries are repeated until they are taken', async () => {
  sandbox.receiver.answerNext(500, 503);
  await pay();
  const [first, , third] = [1, 2, 3].map((nth) => sandbox.receiver.take('payment_intent.succeeded', nth));
  expect((await third)?.event.id).toBe((await first)?.event.id);
});

test('delivered twice: the same event twice', async () => {
  await sandbox.misbehave({ on: 'payment_intent.succeeded', fault: 'duplicate' });
  await pay();
  const [first, second] = [
    await sandbox.receiver.take('payment_intent.succeeded'),
    await sandbox.receiver.take('payment_intent.succeeded', 2),
  ];
  expect(second.event.id).toBe(first.event.id);
});

test('badly signed: a forgery first, the genuine event after it was refused', async () => {
  await sandbox.misbehave({ on: 'payment_intent.succeeded', fault: 'badSignature' });
  sandbox.receiver.answerNext(400);
  await pay();
  expect(isGenuine(await sandbox.receiver.take('payment_intent.succeeded', 1))).toBe(false);
  expect(isGenuine(await sandbox.receiver.take('payment_intent.succeeded', 2))).toBe(true);
});

test('reordered: the earlier event arrives after the later one', async () => {
  await sandbox.misbehave({ on: 'payment_intent.succeeded', fault: 'reorder', ms: 60_000 });
  const id = await pay();
  await stripe.refunds.create({ payment_intent: id });
  await sandbox.receiver.take('payment_intent.succeeded');
  const order = sandbox.receiver.received.map((message) => message.event.type);
  expect(order.indexOf('payment_intent.succeeded')).toBeGreaterThan(0);
});

test('wrong amount: the event lies, the payment does not', async () => {
  await sandbox.misbehave({ on: 'payment_intent.succeeded', fault: 'wrongAmount' });
  const id = await pay();
  const told = await sandbox.receiver.take('payment_intent.succeeded');
  expect(isGenuine(told)).toBe(true);
  expect(told.event.data.object).toMatchObject({ amount: 999, amount_received: 999 });
  expect((await stripe.paymentIntents.retrieve(id)).amount_received).toBe(1_000);
});

test('lost: nothing is sent, the event can be read', async () => {
  await sandbox.misbehave({ on: 'payment_intent.succeeded', fault: 'dropWebhook' });
  await pay();
  await pay('pm_card_chargeDeclined');
  await sandbox.receiver.take('payment_intent.payment_failed');
  const events = await stripe.events.list({ type: 'payment_intent.succeeded' });
  expect(events.data).toHaveLength(1);
  expect(sandbox.receiver.received).toHaveLength(1);
});

test('late failure: processing first, then failed', async () => {
  await sandbox.misbehave({ on: 'payment_intents.confirm', fault: 'lateFailure', ms: 1 });
  const id = await pay();
  await sandbox.receiver.take('payment_intent.processing');
  await sandbox.receiver.take('payment_intent.payment_failed');
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method');
});

test('a one-shot order is used up, a sticky one stays until undone', async () => {
  await sandbox.misbehave({ on: 'balance.retrieve', fault: 'serverError' });
  await expect(stripe.balance.retrieve()).rejects.toMatchObject({ statusCode: 500 });
  await stripe.balance.retrieve();
  await sandbox.misbehave({ on: '*', fault: 'serverError', sticky: true });
  for (let n = 0; n < 2; n += 1) await expect(stripe.balance.retrieve()).rejects.toMatchObject({ statusCode: 500 });
  await sandbox.behave();
  await stripe.balance.retrieve();
});
