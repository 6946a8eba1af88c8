import Stripe from 'stripe';
import { startTestSandbox, stripeFor } from './testing';
import type { TestSandbox } from './testing';

let sandbox: TestSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  stripe = sandbox.stripe;
});
afterAll(() => sandbox.close());

const params: Stripe.PaymentIntentCreateParams = {
  amount: 12_345,
  currency: 'cny',
  allowed_payment_method_types: ['wechat_pay', 'alipay', 'card'],
  transfer_group: 'payment-1',
  metadata: { payment_id: 'payment-1', 中文: '西货' },
};

const create = (changed: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({ ...params, ...changed });

const errorOf = (promise: Promise<unknown>): Promise<Stripe.errors.StripeError> =>
  promise.then(
    () => Promise.reject(new Error('It should have been refused.')),
    (error: unknown) => error as Stripe.errors.StripeError,
  );

test('a payment is created, read back and found by our own id', async () => {
  const made = await create({ metadata: { payment_id: 'find-me' } });
  expect(made).toMatchObject({
    amount: 12_345,
    currency: 'cny',
    status: 'requires_payment_method',
    transfer_group: 'payment-1',
  });
  expect((await stripe.paymentIntents.retrieve(made.id)).client_secret).toBe(made.client_secret);
  const found = await stripe.paymentIntents.search({ query: "metadata['payment_id']:'find-me'" });
  expect(found.data.map((intent) => intent.id)).toEqual([made.id]);
});

test('a confirmed payment has a charge and a line on the bill', async () => {
  const paid = await stripe.paymentIntents.confirm((await create()).id, { payment_method: 'pm_card_visa' });
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 12_345 });
  const read = await stripe.paymentIntents.retrieve(paid.id, { expand: ['latest_charge'] });
  expect(read.latest_charge).toMatchObject({
    object: 'charge',
    amount: 12_345,
    payment_intent: paid.id,
    transfer_group: 'payment-1',
  });
  const bill = await stripe.balanceTransactions.list({ source: paid.latest_charge as string });
  expect(bill.data).toMatchObject([{ type: 'charge', amount: 12_345, fee: 0 }]);
});

test('a declined attempt is an error that stays on the payment, and the next one may succeed', async () => {
  const { id } = await create();
  const error = await errorOf(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_chargeDeclined' }));
  expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
  expect(error).toMatchObject({ code: 'card_declined', statusCode: 402 });
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'card_declined' },
  });
  expect((await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })).status).toBe('succeeded');
});

test('wallets are sent to the cashier', async () => {
  const { id } = await create();
  const asked = await stripe.paymentIntents.confirm(id, {
    payment_method_data: { type: 'alipay' },
    return_url: 'http://localhost:3000/back',
  });
  expect(asked.status).toBe('requires_action');
  expect(asked.next_action?.redirect_to_url?.url).toContain(`/cashier/${id}`);
});

test('a cancelled payment cannot be paid, a paid one cannot be cancelled', async () => {
  const first = await create();
  expect((await stripe.paymentIntents.cancel(first.id)).status).toBe('canceled');
  const second = await create();
  await stripe.paymentIntents.confirm(second.id, { payment_method: 'pm_card_visa' });
  const refused = [
    stripe.paymentIntents.confirm(first.id, { payment_method: 'pm_card_visa' }),
    stripe.paymentIntents.cancel(second.id),
  ];
  for (const call of refused) expect(await errorOf(call)).toMatchObject({ code: 'payment_intent_unexpected_state' });
});

describe('idempotency', () => {
  test('the same key gives the same answer and acts once', async () => {
    const options = { idempotencyKey: 'create-once' };
    const [first, second] = await Promise.all([
      stripe.paymentIntents.create(params, options),
      stripe.paymentIntents.create(params, options),
    ]);
    expect(second.id).toBe(first.id);
    const headers = [first, second].map((made) => made.lastResponse.headers['idempotent-replayed']);
    expect(headers.filter((header) => header === 'true')).toHaveLength(1);
  });

  test('the same key with other content is refused and does nothing', async () => {
    const options = { idempotencyKey: 'create-other' };
    await stripe.paymentIntents.create({ ...params, metadata: { payment_id: 'one' } }, options);
    const error = await errorOf(stripe.paymentIntents.create({ ...params, metadata: { payment_id: 'two' } }, options));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect((await stripe.paymentIntents.search({ query: "metadata['payment_id']:'two'" })).data).toEqual([]);
  });

  test('a refused request does not use its key up', async () => {
    const options = { idempotencyKey: 'first-wrong' };
    await errorOf(stripe.paymentIntents.create({ ...params, amount: 0 }, options));
    expect((await stripe.paymentIntents.create(params, options)).amount).toBe(12_345);
  });
});

test.each([
  ['zero', { amount: 0 }, { param: 'amount' }],
  ['a fraction', { amount: 1.5 }, { param: 'amount' }],
  ['a negative amount', { amount: -1 }, { param: 'amount' }],
  ['nine digits', { amount: 100_000_000 }, { code: 'amount_too_large' }],
  ['another currency', { currency: 'usd' }, { param: 'currency' }],
  ['no amount', { amount: undefined }, { code: 'parameter_missing', param: 'amount' }],
  ['an unknown parameter', { colour: 'red' }, { code: 'parameter_unknown', param: 'colour' }],
  ['an unknown way to pay', { allowed_payment_method_types: ['cash'] }, { param: 'allowed_payment_method_types[0]' }],
])('refuses %s', async (_name, changed, expected) => {
  const error = await errorOf(create(changed as object));
  expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
  expect(error).toMatchObject({ statusCode: 400, ...expected });
});

test('says what is missing, who may call and what it does not know', async () => {
  expect(await errorOf(stripe.paymentIntents.retrieve('pi_none'))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  });
  const strangers = ['sk_live_dangerous', 'pk_test_browser'].map((key) => stripeFor(sandbox.origin, key));
  for (const stranger of strangers)
    expect(await errorOf(stranger.balance.retrieve())).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  expect(await errorOf(stripe.customers.list())).toMatchObject({ statusCode: 404 });
});

test('refuses ten megabytes without reading them all', async () => {
  const headers = { authorization: 'Bearer sk_test_x' };
  const body = `description=${'x'.repeat(10_000_000)}`;
  const answer = await fetch(`${sandbox.origin}/v1/payment_intents`, { method: 'POST', headers, body }).then(
    (response) => response.status,
    () => 'closed',
  );
  expect([413, 'closed']).toContain(answer);
});

test('lists page by page, newest first', async () => {
  const made = [await create(), await create(), await create()].map((intent) => intent.id).reverse();
  const seen: string[] = [];
  for await (const intent of stripe.paymentIntents.list({ limit: 2 })) {
    seen.push(intent.id);
    if (seen.length === 3) break;
  }
  expect(seen).toEqual(made);
});
