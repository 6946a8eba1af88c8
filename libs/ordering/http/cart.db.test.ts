import { randomUUID } from 'node:crypto';
import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import type { ResponseOf } from '@xihuo/contract';
import { paymentParts } from '@xihuo/payment';
import { Database } from '@xihuo/platform';
import { holding, openHouse, openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { orderingParts } from '../index';
import { cartLines, cartPlace } from '../store/cart/cart.sql';
import { loadPricingSql } from '../store/pricing/load-pricing.sql';
import { dropOldCarts } from '../jobs/drop-guest-carts.job';

let shop: Shop;
let house: House;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, paymentParts, orderingParts] });
});
afterAll(() => holding.closeSound(house));

type Cart = ResponseOf<'GET /cart'>;
type Change = { skuId: string; quantity: number; selected?: boolean; seenPrice?: object };
const CITY = '310101';
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });
const of = ({ skuId }: Offer, quantity = 1, more: Partial<Change> = {}): Change => ({ skuId, quantity, ...more });

/** A guest, as a browser that keeps the token it was told. */
function guest() {
  const browser = house.browser('shop');
  const keys: Record<string, string> = {};
  const ask = async (method: 'GET' | 'PUT', path: string, body?: object) => {
    const answer = await browser.ask(method, path, body, keys);
    const token = answer.body['token'] as string | undefined;
    if (token) keys['cart-token'] = token;
    return answer;
  };
  return {
    keys,
    set: (changes: Change[], query = '') => ask('PUT', `/cart/lines${query}`, { changes }),
    cart: async (query = '') => (await ask('GET', `/cart${query}`)).body as unknown as Cart,
  };
}

test('a guest has a cart by a token that is told once and rests nowhere; nobody else opens it', async () => {
  const [apple, tea] = [await shop.offer({ priceFen: 1_000n }), await shop.offer({ priceFen: 300n })];
  const one = guest();
  expect((await one.cart()).groups).toEqual([]);
  const { status, body } = await one.set([of(apple, 2), of(tea)]);
  expect([status, typeof body['token']]).toEqual([200, 'string']);
  const token = one.keys['cart-token']!;
  expect(await shop.count(`select count(*) from ordering.cart where cart::text like '%' || $1 || '%'`, [token])).toBe(
    0,
  );
  const cart = await one.cart();
  expect(cart).toMatchObject({ token: null, goods: yuan(2_300), amount: yuan(2_300), region: null });
  expect(cart.groups.map(({ supplier, amount }) => [supplier.id, amount.amount])).toEqual(
    [apple, tea].map(({ supplierId }, index) => [supplierId, index === 0 ? '2000' : '300']),
  );
  expect((await guest().cart()).groups).toEqual([]);
  await one.set([of(tea, 0), of(apple, 2, { selected: false })]);
  expect(await one.cart()).toMatchObject({ amount: yuan(0), groups: [{ lines: [{ selected: false, quantity: 2 }] }] });
});

test('what cannot be bought stands apart with its reason, and counts for nothing', async () => {
  const [good, gone, empty, few, far] = await Promise.all([
    shop.offer({ priceFen: 1_000n }),
    shop.offer(),
    shop.offer({ stock: 0 }),
    shop.offer({ stock: 2 }),
    shop.offer(),
  ]);
  await shop.impose(gone.supplierId, 'suspension');
  await shop.promotions.freight(far.supplierId, { firstFen: 500n, stepFen: 100n, notTo: ['310000'] });
  const one = guest();
  await one.set([of(good), of(gone), of(empty), of(few, 3), of(far)], `?region=${CITY}`);
  const cart = await one.cart();
  expect(cart).toMatchObject({ amount: yuan(1_000), freight: yuan(0), region: { code: CITY, name: '上海市黄浦区' } });
  expect(cart.invalid.map(({ skuId, state }) => [skuId, state]).sort()).toEqual(
    [
      [gone.skuId, 'notForSale'],
      [empty.skuId, 'soldOut'],
      [far.skuId, 'notServed'],
    ].sort(),
  );
  const line = cart.groups.flatMap(({ lines }) => lines).find(({ skuId }) => skuId === few.skuId);
  expect(line).toMatchObject({ state: 'tooFew', available: 2 });
  expect((await one.cart('?region=610629')).invalid).toHaveLength(2);
});

test('a changed price is shown as changed until it is acknowledged; what the cart says is what the order charges (F15)', async () => {
  const offer = await shop.offer({ priceFen: 1_000n, grams: 1_500n });
  await shop.promotions.freight(offer.supplierId, { firstFen: 800n, stepFen: 300n, freeFromFen: 5_000n });
  await shop.promotions.running({ supplierId: offer.supplierId, kind: 'campaignPrice', percentBp: 1_000 });
  const one = guest();
  await one.set([of(offer, 3, { seenPrice: yuan(1_000) })], `?region=${CITY}`);
  const shown = await one.cart();
  expect(shown).toMatchObject({ goods: yuan(3_000), discount: yuan(300), freight: yuan(2_000), amount: yuan(4_700) });
  expect(shown.groups[0]).toMatchObject({
    toFreeFreight: yuan(2_300),
    parcels: [{ grams: '4500', freight: yuan(2_000) }],
  });
  const body = { ...shop.bodyOf({ offer, quantity: 3 }), total: shown.amount };
  expect((await shop.place(body)).amount).toEqual(shown.amount);

  await shop.rows('update catalogue.sku set price_fen = 1100 where id = $1', [offer.skuId]);
  await expect(shop.place(body)).rejects.toMatchObject({
    code: 'PRICE_CHANGED',
    extra: { total: { old: shown.amount } },
  });
  const line = { state: 'priceChanged', seenPrice: yuan(1_000), price: yuan(1_100) };
  expect((await one.cart()).groups[0]!.lines[0]).toMatchObject(line);
  await one.set([of(offer, 3)]);
  expect((await one.cart()).groups[0]!.lines[0]).toMatchObject(line);
  await one.set([of(offer, 3, { seenPrice: yuan(1_100) })]);
  expect((await one.cart()).groups[0]!.lines[0]).toMatchObject({ state: 'ok' });
});

test("at sign-in the guest's cart goes into the account's, nothing is lost and nothing is there twice", async () => {
  const [both, ours, theirs] = [await shop.offer(), await shop.offer(), await shop.offer()];
  const account = await house.signedIn({ role: 'consumer' });
  await account.ask('PUT', '/cart/lines', { changes: [of(both, 1), of(ours, 1)] });
  const one = guest();
  await one.set([of(both, 4), of(theirs, 2)], `?region=${CITY}`);
  const merged = await account.ask('POST', '/cart/merge', { token: one.keys['cart-token'] });
  const cart = merged.body as unknown as Cart;
  const quantities = new Map(cart.groups.flatMap(({ lines }) => lines).map((line) => [line.skuId, line.quantity]));
  expect([both, ours, theirs].map(({ skuId }) => quantities.get(skuId))).toEqual([4, 1, 2]);
  expect(cart.region?.code).toBe(CITY);
  expect((await one.cart()).groups).toEqual([]);
  expect((await account.ask('POST', '/cart/merge', { token: one.keys['cart-token'] })).status).toBe(200);
  expect((await guest().set([of(both)])).body['token']).not.toBe(one.keys['cart-token']);
});

test('coupons that an account holds help by themselves, are named, and can be left out', async () => {
  const offer = await shop.offer({ priceFen: 5_000n });
  const account = await house.signedIn({ role: 'consumer' });
  const [{ person_id: personId }] = (await shop.rows<{ person_id: string }>(
    'select person_id from identity.session order by created_at desc, id desc limit 1',
  )) as [{ person_id: string }];
  const coupon = await shop.promotions.coupon(
    await shop.promotions.running({
      supplierId: offer.supplierId,
      kind: 'coupon',
      thresholdFen: 3_000n,
      reductionFen: 700n,
    }),
    personId,
  );
  await account.ask('PUT', '/cart/lines', { changes: [of(offer)] });
  const cart = async (query = '') => (await account.ask('GET', `/cart${query}`)).body as unknown as Cart;
  expect(await cart()).toMatchObject({
    discount: yuan(700),
    couponsUsed: [coupon],
    coupons: [{ id: coupon, reduction: yuan(700) }],
  });
  expect(await cart('?coupons=none')).toMatchObject({ discount: yuan(0), couponsUsed: [], coupons: [{ id: coupon }] });
  expect(await cart(`?coupons=${randomUUID()}`)).toMatchObject({ discount: yuan(0) });
});

test('a pack nobody knows and a cart that is full are refused, and nothing is half written', async () => {
  const offer = await shop.offer();
  const one = guest();
  await one.set([of(offer)]);
  const refused = await one.set([of(offer, 5), { skuId: randomUUID(), quantity: 1 }]);
  expect(refused).toMatchObject({ status: 422, code: 'SKU_UNKNOWN' });
  expect(refused.body['errors']).toMatchObject([{ pointer: '/changes/1/skuId' }]);
  expect((await one.cart()).groups[0]!.lines[0]).toMatchObject({ quantity: 1 });
  await shop.rows(
    `insert into ordering.cart_line (cart_id, sku_id, quantity, selected, seen_fen, added_at)
     select cart_line.cart_id, gen_random_uuid(), 1, true, 1, now() from ordering.cart_line, generate_series(1, 99) where sku_id = $1`,
    [offer.skuId],
  );
  expect(await one.set([of(await shop.offer())])).toMatchObject({ status: 409, code: 'CART_FULL' });
  expect((await one.set([of(offer, 2)])).status).toBe(200);
});

test('a cart of a hundred lines with three promotions is priced by as many statements as one of one line', async () => {
  const supplierId = await shop.supplier();
  const offers = await Promise.all(Array.from({ length: 100 }, () => shop.offer({ supplierId })));
  await shop.promotions.freight(supplierId, { firstFen: 800n, stepFen: 300n });
  for (const kind of ['fullReduction', 'coupon'] as const) {
    await shop.promotions.running({ supplierId, kind, thresholdFen: 9_000n, reductionFen: 1_000n });
  }
  await shop.promotions.running({ supplierId, kind: 'campaignPrice', percentBp: 500 });
  const counted = async (changes: Change[]) => {
    const one = guest();
    await one.set(changes, `?region=${CITY}`);
    const asked = jest.spyOn(Database.prototype, 'read');
    const cart = await one.cart();
    const statements = asked.mock.calls.length;
    asked.mockRestore();
    return { cart, statements };
  };
  const many = await counted(offers.map((offer) => of(offer)));
  expect(many.cart.groups[0]!.lines).toHaveLength(100);
  expect(many.cart.promotions.map(({ kind }) => kind)).toEqual(['campaignPrice', 'fullReduction']);
  expect(many.statements).toBe(3);
  expect((await counted([of(offers[0]!)])).statements).toBe(3);
});

test('a guest’s cart that nobody touched for the days of the setting is thrown away, an account’s stays', async () => {
  const offer = await shop.offer();
  const [old, fresh] = [guest(), guest()];
  const account = await house.signedIn({ role: 'consumer' });
  await account.ask('PUT', '/cart/lines', { changes: [of(offer)] });
  await old.set([of(offer)]);
  await shop.rows(`update ordering.cart set touched_at = touched_at - interval '31 days'`);
  await fresh.set([of(offer)]);
  expect(await shop.does(dropOldCarts)).toBeGreaterThan(0);
  expect((await old.cart()).groups).toEqual([]);
  expect((await fresh.cart()).groups).toHaveLength(1);
  expect(((await account.ask('GET', '/cart')).body as unknown as Cart).groups).toHaveLength(1);
});

test('a cart and its coupons are found among thousands by an index, whoever asks, by the one plan that is kept', async () => {
  const many = 'generate_series(1, 3000)';
  await shop.rows(
    `insert into ordering.cart (person_id, created_at, touched_at) select uuidv7(), now(), now() from ${many}`,
  );
  await shop.rows(`insert into ordering.cart (token_hash, created_at, touched_at)
                   select sha256(('t' || n)::bytea), now(), now() from ${many} as n`);
  const promotion = await shop.promotions.running({ kind: 'coupon', thresholdFen: 9_000n, reductionFen: 1_000n });
  await shop.rows(
    `insert into ordering.coupon (promotion_id, person_id, claimed_at) select $1, uuidv7(), now() from ${many}`,
    [promotion],
  );
  await shop.rows('analyze ordering.cart, ordering.coupon');
  for (const { text } of [cartLines, cartPlace, loadPricingSql]) {
    const [plan] = await shop.rows<{ 'QUERY PLAN': unknown }>(`explain (generic_plan, format json) ${text}`);
    expect(JSON.stringify(plan!['QUERY PLAN'])).not.toMatch(/"Seq Scan"[^{}]*"Relation Name":"(cart|coupon)"/);
  }
});
