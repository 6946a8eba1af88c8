import { money } from '@xihuo/kernel';
import { startTestSandbox } from '../../../infra/sandbox/testing';
import type { TestSandbox } from '../../../infra/sandbox/testing';
import { testProvider } from './testing';
import type { TestProvider } from './testing';

let house: TestProvider<TestSandbox>;
beforeAll(async () => {
  house = await testProvider(await startTestSandbox());
});
afterAll(() => house.sandbox.close());
afterEach(() => house.sandbox.behave());

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => Promise.reject(new Error('It should have failed.')),
    (error: unknown) => error,
  );

test('one payment, a leg per supplier order, paid at the cashier', async () => {
  const { provider, merchants, order } = house;
  const started = await provider.createCombined(order('two-legs'));
  expect(started).toMatchObject({
    paymentId: 'two-legs',
    orderId: 'order-two-legs',
    state: 'awaitingBuyer',
    amountFen: 12_345n,
    currency: 'CNY',
  });
  expect(started.legs).toEqual([
    { legId: 'two-legs-1', merchantRef: merchants.first, amountFen: 10_000n },
    { legId: 'two-legs-2', merchantRef: merchants.second, amountFen: 2_345n },
  ]);
  if (started.clientAction.kind !== 'redirect') throw new Error('The sandbox has a cashier.');
  const url = new URL(started.clientAction.url);
  expect(url.searchParams.get('return_url')).toBe('http://localhost:3000/orders/1');
  expect((await fetch(url)).status).toBe(200);
  const fields = new URLSearchParams({ choice: 'succeed', client_secret: url.searchParams.get('client_secret') ?? '' });
  await fetch(new URL(url.pathname, url), { method: 'POST', body: fields });

  const paid = await provider.query({ paymentRef: started.paymentRef });
  expect(paid).toMatchObject({ state: 'captured', capturedFen: 12_345n, legs: started.legs });
  const held = (paid?.releaseBy?.getTime() ?? 0) - (paid?.capturedAt?.getTime() ?? 0);
  expect(held).toBe(180 * 24 * 3_600 * 1_000);
});

test('a resumed payment leads to the same cashier', async () => {
  const { provider, order } = house;
  const { paymentRef, clientAction } = await provider.createCombined(order('resumed'));
  expect(await provider.clientAction(paymentRef, 'http://localhost:3000/orders/1')).toEqual(clientAction);
});

test('the same key is the same payment; other content under it is refused', async () => {
  const { provider, order } = house;
  const [first, second] = [await provider.createCombined(order('once')), await provider.createCombined(order('once'))];
  expect(second.paymentRef).toBe(first.paymentRef);
  const altered = order('once', { orderId: 'another-order' });
  expect(await failureOf(provider.createCombined(altered))).toMatchObject({
    failure: 'rejected',
    code: 'idempotencyKeyReused',
  });
});

test('a payment whose reference was lost is found by our own id; an unknown one is null', async () => {
  const { provider, order } = house;
  const { paymentRef } = await provider.createCombined(order('lost-reference'));
  expect((await provider.query({ paymentId: 'lost-reference' }))?.paymentRef).toBe(paymentRef);
  expect(await provider.query({ paymentId: 'never-made' })).toBeNull();
  expect(await provider.query({ paymentRef: 'pi_never_made' })).toBeNull();
});

test('a declined attempt is a failed payment, not an unknown one', async () => {
  const { provider, order, sandbox } = house;
  const { paymentRef } = await provider.createCombined(order('declined'));
  await sandbox.stripe.paymentIntents
    .confirm(paymentRef, { payment_method: 'pm_card_chargeDeclined' })
    .catch(() => null);
  expect(await provider.query({ paymentRef })).toMatchObject({ state: 'failed', capturedFen: 0n });
});

test('cancelling an unpaid payment cancels it; a buyer who was faster keeps the payment', async () => {
  const { provider, order, captured } = house;
  const unpaid = await provider.createCombined(order('cancel-unpaid'));
  expect((await provider.cancel({ paymentRef: unpaid.paymentRef, idempotencyKey: 'cancel:1' })).state).toBe(
    'cancelled',
  );
  expect((await provider.cancel({ paymentRef: unpaid.paymentRef, idempotencyKey: 'cancel:2' })).state).toBe(
    'cancelled',
  );
  const paid = await captured('cancel-paid');
  expect(await provider.cancel({ paymentRef: paid.paymentRef, idempotencyKey: 'cancel:3' })).toMatchObject({
    state: 'captured',
    capturedFen: 12_345n,
  });
});

test.each([
  ['no legs', { legs: [] }, 'amountOutOfRange'],
  ['a leg twice', { legs: [leg('a', 1), leg('a', 1)] }, 'legTwice'],
  ['a leg of nothing', { legs: [leg('a', 1), leg('b', 0)] }, 'legAmount'],
  [
    'more legs than travel with a payment',
    { legs: Array.from({ length: 49 }, (_, n) => leg(String(n), 1)) },
    'legCount',
  ],
  ['more than Stripe takes at once', { legs: [leg('a', 100_000_000)] }, 'amountOutOfRange'],
])('refuses %s before calling anybody', async (_name, changed, code) => {
  expect(await failureOf(house.provider.createCombined(house.order('refused', changed)))).toMatchObject({
    failure: 'rejected',
    code,
  });
});

function leg(legId: string, amount: number) {
  return { legId, merchantRef: 'acct_1', amountFen: money.fen(amount) };
}

test('a sub-merchant is opened once, and its state can be asked', async () => {
  const { provider, sandbox } = house;
  const input = { merchantId: 'm1', name: '示例家庭农场', uscc: '92000000YY0000000X', idempotencyKey: 'open:m1' };
  const merchant = await provider.openMerchant(input);
  expect(merchant).toMatchObject({ state: 'open', missing: [] });
  expect((await provider.openMerchant(input)).merchantRef).toBe(merchant.merchantRef);
  await sandbox.changeAccount(merchant.merchantRef, { transfers: 'inactive' });
  expect(await provider.merchantState(merchant.merchantRef)).toMatchObject({
    state: 'restricted',
    missing: ['company.tax_id'],
  });
});

describe('when the line is bad', () => {
  test('a lost answer is asked for again and acts once', async () => {
    const { provider, order, sandbox } = house;
    await sandbox.misbehave({ on: 'payment_intents.create', fault: 'dropResponse' });
    const { paymentRef } = await provider.createCombined(order('answer-lost'));
    const made = await sandbox.stripe.paymentIntents.search({ query: "metadata['payment_id']:'answer-lost'" });
    expect(made.data.map((intent) => intent.id)).toEqual([paymentRef]);
  });

  test.each(['serverError', 'serverErrorAfter', 'dropRequest', 'dropResponse'])(
    '%s for long is unknown, and the same key later gives one payment',
    async (fault) => {
      const { provider, order, sandbox } = house;
      await sandbox.misbehave({ on: 'payment_intents.create', fault, sticky: true });
      expect(await failureOf(provider.createCombined(order(fault)))).toMatchObject({ failure: 'unknown' });
      await sandbox.behave();
      const { paymentRef } = await provider.createCombined(order(fault));
      const made = await sandbox.stripe.paymentIntents.search({ query: `metadata['payment_id']:'${fault}'` });
      expect(made.data.map((intent) => intent.id)).toEqual([paymentRef]);
    },
  );

  test('a provider that does not answer is given up in time, outcome unknown', async () => {
    const { order, sandbox, with: settle } = house;
    await sandbox.misbehave({ on: 'payment_intents.create', fault: 'delay', ms: 60_000, sticky: true });
    const impatient = settle({ timeoutMs: 50 });
    expect(await failureOf(impatient.createCombined(order('slow')))).toMatchObject({ failure: 'unknown' });
    expect((await impatient.query({ paymentId: 'slow' }))?.state).toBe('awaitingBuyer');
  });

  test('an answer about another amount is not believed', async () => {
    const { provider, order, sandbox } = house;
    await sandbox.misbehave({ on: 'payment_intents.create', fault: 'wrongAmount' });
    expect(await failureOf(provider.createCombined(order('skewed')))).toMatchObject({
      failure: 'unknown',
      code: 'answerDiffers',
    });
  });

  test('nobody there is unknown; a wrong key is our mistake', async () => {
    const nobody = house.with({ apiBase: 'http://127.0.0.1:1' });
    expect(await failureOf(nobody.merchantState('acct_1'))).toMatchObject({ failure: 'unknown' });
    const wrong = house.with({ secretKey: 'pk_test_wrong' });
    expect(await failureOf(wrong.merchantState('acct_1'))).toMatchObject({
      failure: 'rejected',
      code: 'misconfigured',
    });
    expect(() => house.with({ secretKey: 'sk_live_1' })).toThrow(/liveKeyForSandbox/);
  });
});
