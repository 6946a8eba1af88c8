import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { holding, openHouse, openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { orderingParts } from '../index';

/** Orders nobody pays hold goods: so many an address, an account and a phone, by the dated setting. */

type Browser = ReturnType<House['browser']>;

let shop: Shop;
let house: House;
let offer: Offer;
beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, paymentParts, orderingParts] });
  offer = await shop.offer({ priceFen: 1_000n, stock: 500 });
});
afterAll(() => holding.closeSound(house));

const most = (value: object) =>
  shop.rows(`update registry.policy set value = $1::jsonb where key = 'order.unpaidMost'`, [
    JSON.stringify({ address: null, account: null, phone: null, ...value }),
  ]);
let [addresses, phones] = [0, 10_000_000_000];
const newPhone = () => String(++phones);
const guest = () => house.browser('shop', `198.51.100.${++addresses}`);

function order(buyer: Browser, phone = newPhone()) {
  const body = shop.bodyOf({ offer, quantity: 1 });
  return buyer.ask(
    'POST',
    '/orders',
    { ...body, delivery: { ...body.delivery, phone } },
    { 'idempotency-key': crypto.randomUUID() },
  );
}
const codes = async (answers: ReturnType<typeof order>[]) =>
  (await Promise.all(answers)).map(({ code }) => code ?? 'placed').sort();

test('one address has so many unpaid orders, also at once; another still orders, and one that is over makes room', async () => {
  await most({ address: 3 });
  const one = guest();
  const answers = await Promise.all([...Array(5).keys()].map(() => order(one)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429]);
  const refused = answers.find(({ status }) => status === 429)!;
  expect(refused.code).toBe('TOO_MANY_UNPAID');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(60);
  expect((await order(guest())).status).toBe(201);
  const { body } = answers.find(({ status }) => status === 201)!;
  const token = { 'order-token': body['token'] as string };
  expect((await one.ask('POST', `/orders/${body['id'] as string}/cancel`, {}, token)).status).toBe(200);
  expect((await order(one)).status).toBe(201);
  const again = await order(one);
  expect(again.code).toBe('TOO_MANY_UNPAID');
  // Until the first of its own runs out of time.
  const wait = Number(again.headers['retry-after']);
  expect(wait).toBeGreaterThan(60);
  expect(wait).toBeLessThanOrEqual(30 * 60);
});

test('one phone and one account have so many, from wherever they ask', async () => {
  await most({ phone: 2, account: 2 });
  const phone = newPhone();
  expect(await codes([order(guest(), phone), order(guest(), phone)])).toEqual(['placed', 'placed']);
  expect((await order(guest(), phone)).code).toBe('TOO_MANY_UNPAID');
  const buyer = await house.signedIn({ role: 'consumer' });
  expect(await codes([order(buyer), order(buyer), order(buyer)])).toEqual(['TOO_MANY_UNPAID', 'placed', 'placed']);
});

test('guests at one address begin so many carts an hour, and fill those they have', async () => {
  await shop.rows(`update registry.policy set value = '2' where key = 'cart.newPerHour'`);
  const one = guest();
  const fill = (token?: string) =>
    one.ask(
      'PUT',
      '/cart/lines',
      { changes: [{ skuId: offer.skuId, quantity: 1, selected: true }] },
      token ? { 'cart-token': token } : {},
    );
  const [first] = [await fill(), await fill()];
  const refused = await fill();
  expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await fill('of-no-cart'.padEnd(43, 'x'))).code).toBe('RATE_LIMITED');
  expect((await fill(first!.body['token'] as string)).status).toBe(200);
});
