import { request } from 'node:http';
import type Stripe from 'stripe';
import { startTestSandbox } from './testing';
import type { TestSandbox } from './testing';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const shop = 'http://localhost:3000/orders/1?from=pay';

const create = (description = '西货订单 <1>'): Promise<Stripe.PaymentIntent> =>
  sandbox.stripe.paymentIntents.create({
    amount: 123_456,
    currency: 'cny',
    description,
    allowed_payment_method_types: ['wechat_pay', 'card'],
  });

function urlOf(intent: Stripe.PaymentIntent, returnUrl = shop): string {
  const query = new URLSearchParams({ client_secret: intent.client_secret ?? '', return_url: returnUrl });
  return `${sandbox.origin}/cashier/${intent.id}?${query}`;
}

function press(intent: Stripe.PaymentIntent, choice: string, headers: Record<string, string> = {}): Promise<Response> {
  const fields = { choice, method: 'wechat_pay', client_secret: intent.client_secret ?? '', return_url: shop };
  const url = `${sandbox.origin}/cashier/${intent.id}`;
  return fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
}

const statusOf = async (intent: Stripe.PaymentIntent): Promise<string> =>
  (await sandbox.stripe.paymentIntents.retrieve(intent.id)).status;

test('the page says what is paid, and that no money moves', async () => {
  const response = await fetch(urlOf(await create()));
  const html = await response.text();
  expect(html).toContain('不会扣款');
  expect(html).toContain('no money moves');
  expect(html).toContain('¥1,234.56');
  expect(html).toContain('西货订单 &lt;1&gt;');
  expect(html).not.toContain('支付宝');
  expect(response.headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:3000");
});

test.each([
  ['succeed', 'succeeded', 'succeeded'],
  ['decline', 'requires_payment_method', 'failed'],
  ['later', 'processing', 'processing'],
  ['cancel', 'canceled', 'failed'],
])('the choice %s ends as %s and leads back to the shop', async (choice, status, redirectStatus) => {
  const intent = await create();
  const response = await press(intent, choice);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(
    `${shop}&payment_intent=${intent.id}&redirect_status=${redirectStatus}`,
  );
  expect(await statusOf(intent)).toBe(status);
});

test('a second press changes nothing', async () => {
  const intent = await create();
  await press(intent, 'succeed');
  expect((await press(intent, 'cancel')).headers.get('location')).toContain('redirect_status=succeeded');
  const charges = await sandbox.stripe.balanceTransactions.list({ type: 'charge', limit: 100 });
  const { latest_charge } = await sandbox.stripe.paymentIntents.retrieve(intent.id);
  expect(charges.data.filter((line) => line.source === latest_charge)).toHaveLength(1);
  expect(await (await fetch(urlOf(intent))).text()).toContain('支付成功');
});

test('without the secret there is nothing to see and nothing to press', async () => {
  const [mine, other] = [await create(), await create()];
  const stolen = { ...mine, client_secret: other.client_secret };
  expect((await fetch(urlOf(stolen))).status).toBe(404);
  expect((await press(stolen, 'succeed')).status).toBe(404);
  expect(await statusOf(mine)).toBe('requires_payment_method');
});

test.each(['https://evil.example/', 'javascript:alert(1)', '//evil.example', 'http://localhost:3000.evil.example/'])(
  'never leads to %s',
  async (returnUrl) => {
    expect((await fetch(urlOf(await create(), returnUrl))).status).toBe(400);
  },
);

test('a form on another site cannot press the button', async () => {
  const intent = await create();
  expect((await press(intent, 'succeed', { origin: 'https://evil.example' })).status).toBe(403);
  expect(await statusOf(intent)).toBe('requires_payment_method');
});

test('answers to loopback names only', async () => {
  const status = await new Promise((resolve) => {
    request(`${sandbox.origin}/misbehave`, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(421);
});

test('the page of misbehaviour orders and undoes', async () => {
  const post = (fields: Record<string, string>): Promise<Response> =>
    fetch(`${sandbox.origin}/misbehave`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  expect((await post({ on: 'balance.retrieve', fault: 'serverError', ms: '0' })).status).toBe(303);
  expect(await (await fetch(`${sandbox.origin}/misbehave`)).text()).toContain('balance.retrieve · 0 ms');
  await post({ remove: 'all' });
  expect(await (await fetch(`${sandbox.origin}/misbehave`)).text()).toContain('目前一切正常');
  expect((await post({ on: 'balance.retrieve', fault: 'nonsense' })).status).toBe(400);
});
