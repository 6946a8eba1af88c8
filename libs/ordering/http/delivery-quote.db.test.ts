import { randomUUID } from 'node:crypto';
import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { holding, openHouse, openShop, type House, type Shop } from '@xihuo/testing';
import { orderingParts } from '../index';

let shop: Shop;
let house: House;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, paymentParts, orderingParts] });
});
afterAll(() => holding.closeSound(house));

const CITY = '310101';
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });
const ask = (skuId: string, query: string) => house.browser('shop').ask('GET', `/skus/${skuId}/delivery?${query}`);

test('sending costs what the cart would say, by weight, until it is free', async () => {
  const offer = await shop.offer({ priceFen: 1_000n, grams: 1_500n });
  await shop.promotions.freight(offer.supplierId, { firstFen: 800n, stepFen: 300n, freeFromFen: 5_000n });
  const { body: one } = await ask(offer.skuId, `region=${CITY}`);
  expect(one).toMatchObject({
    region: { code: CITY, name: '上海市黄浦区' },
    ...{ served: true, freeFrom: yuan(5_000), available: null },
  });
  const browser = house.browser('shop');
  for (const quantity of [1, 3]) {
    const { body: cart } = await browser.ask('PUT', `/cart/lines?region=${CITY}`, {
      changes: [{ skuId: offer.skuId, quantity }],
    });
    const { body } = await ask(offer.skuId, `region=${CITY}&quantity=${quantity}`);
    expect(body['freight']).toEqual(cart['freight']);
    expect(body['freight']).not.toEqual(yuan(0));
  }
  expect((await ask(offer.skuId, `region=${CITY}&quantity=5`)).body).toMatchObject({
    ...{ freight: yuan(0), freeFrom: null },
  });
});

test('what is not sent to a place is said to be so, whatever it would cost elsewhere', async () => {
  const offer = await shop.offer({ priceFen: 1_000n });
  await shop.promotions.freight(offer.supplierId, { firstFen: 500n, stepFen: 100n, notTo: ['310000'] });
  expect((await ask(offer.skuId, `region=${CITY}`)).body).toMatchObject({
    ...{ served: false, freight: yuan(0), freeFrom: null },
  });
  expect((await ask(offer.skuId, 'region=610629')).body).toMatchObject({ served: true, freight: yuan(500) });
});

test('how many are left is said only to who wants more', async () => {
  const offer = await shop.offer({ priceFen: 1_000n, stock: 4 });
  expect((await ask(offer.skuId, `region=${CITY}&quantity=4`)).body).toMatchObject({ available: null });
  expect((await ask(offer.skuId, `region=${CITY}&quantity=5`)).body).toMatchObject({ available: 4 });
});

test('a pack that nobody sells and a place beyond the mainland are refused', async () => {
  const offer = await shop.offer();
  expect((await ask(randomUUID(), `region=${CITY}`)).body).toMatchObject({ code: 'NOT_FOUND' });
  expect((await ask(offer.skuId, 'region=810000')).body).toMatchObject({ code: 'REGION_NOT_DELIVERABLE' });
});
