import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { holding, openHouse, openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { orderingParts } from '../index';

let shop: Shop;
let house: House;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, paymentParts, orderingParts] });
});
afterAll(() => holding.closeSound(house));

const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });
const time = { startsAt: '2020-01-01T00:00:00Z', endsAt: '2099-01-01T00:00:00Z' };
const named = { name: { zh: '示例优惠', en: 'Example promotion' }, ...time };
const reduction = { threshold: yuan(5_000), reduction: yuan(500) };
const clerkOf = ({ supplierId }: Offer) => house.signedIn({ role: 'supplier', organisationId: supplierId });
const idOf = ({ body }: { body: Record<string, unknown> }) => body['id'] as string;

test('a supplier drafts, publishes and ends a reduction of its own; it counts only while it runs', async () => {
  const offer = await shop.offer({ priceFen: 6_000n });
  const clerk = await clerkOf(offer);
  const path = `/suppliers/${offer.supplierId}/promotions`;
  const drafted = await clerk.ask('POST', path, { kind: 'fullReduction', ...named, ...reduction });
  expect(drafted).toMatchObject({
    status: 201,
    body: { state: 'draft', funders: [{ kind: 'supplier', shareBp: 10_000 }] },
  });
  expect((await shop.placedOrder({ offer })).discount).toEqual(yuan(0));
  expect((await clerk.ask('POST', `${path}/${idOf(drafted)}/publish`)).body['state']).toBe('published');
  expect((await shop.placedOrder({ offer })).discount).toEqual(yuan(500));
  expect((await clerk.ask('GET', path)).body['data']).toMatchObject([{ id: idOf(drafted), given: yuan(500) }]);
  expect(await clerk.ask('POST', `${path}/${idOf(drafted)}/publish`)).toMatchObject({
    status: 409,
    code: 'NOT_AT_THIS_STEP',
  });
  expect((await clerk.ask('POST', `${path}/${idOf(drafted)}/end`, { reason: '示例原因' })).body['state']).toBe('ended');
  expect((await shop.placedOrder({ offer })).discount).toEqual(yuan(0));
  const other = await clerkOf(await shop.offer());
  expect((await other.ask('POST', `${path}/${idOf(drafted)}/end`, { reason: '示例原因' })).status).toBe(404);
});

test.each([
  [
    'more taken off than the threshold',
    { kind: 'fullReduction', ...named, threshold: yuan(500), reduction: yuan(500) },
  ],
  ['nothing taken off', { kind: 'coupon', ...named, threshold: yuan(500), reduction: yuan(0), claimsMost: 1 }],
  ['an end before the start', { kind: 'fullReduction', ...named, ...reduction, endsAt: '2019-01-01T00:00:00Z' }],
  ['a coupon without a number', { kind: 'coupon', ...named, ...reduction }],
  ['a field of another kind', { kind: 'campaignPrice', ...named, percentBp: 500, threshold: yuan(1) }],
])('%s is refused', async (_name, body) => {
  const offer = await shop.offer();
  expect((await (await clerkOf(offer)).ask('POST', `/suppliers/${offer.supplierId}/promotions`, body)).status).toBe(
    422,
  );
});

test('a flash price is lower than the price and for own packs, or nothing of it is kept', async () => {
  const [offer, other] = [await shop.offer({ priceFen: 1_000n }), await shop.offer()];
  const clerk = await clerkOf(offer);
  const flash = (skuId: string, fen: number) =>
    clerk.ask('POST', `/suppliers/${offer.supplierId}/promotions`, {
      ...{ kind: 'flashPrice', ...named, prices: [{ skuId, price: yuan(fen), packsMost: 5 }] },
    });
  expect(await flash(offer.skuId, 1_000)).toMatchObject({ status: 422, code: 'PRICE_NOT_LOWER' });
  expect(await flash(other.skuId, 1)).toMatchObject({ status: 422, code: 'SKU_UNKNOWN' });
  expect(await shop.count('select count(*) from ordering.promotion where supplier_id = $1', [offer.supplierId])).toBe(
    0,
  );
  expect((await flash(offer.skuId, 600)).body).toMatchObject({
    prices: [{ price: yuan(600), packsMost: 5, taken: 0 }],
  });
});

test("the platform's reduction is published by other eyes, and no supplier pays for it", async () => {
  const one = await house.signedIn({ role: 'operator' });
  const other = await house.signedIn({ role: 'operator' });
  const form = { kind: 'fullReduction', ...named, ...reduction };
  const bySupplier = await one.ask('POST', '/promotions', {
    ...form,
    funders: [{ kind: 'supplier', shareBp: 10_000 }],
  });
  expect(bySupplier.status).toBe(422);
  const short = await one.ask('POST', '/promotions', { ...form, funders: [{ kind: 'platform', shareBp: 9_999 }] });
  expect(short.status).toBe(422);
  const drafted = await one.ask('POST', '/promotions', { ...form, funders: [{ kind: 'platform', shareBp: 10_000 }] });
  expect(drafted.status).toBe(201);
  const offered = async (who: typeof one) =>
    ((await who.ask('GET', '/promotions')).body['data'] as { id: string; mayPublish: boolean }[]).find(
      ({ id }) => id === idOf(drafted),
    )!.mayPublish;
  expect([await offered(one), await offered(other)]).toEqual([false, true]);
  expect(await one.ask('POST', `/promotions/${idOf(drafted)}/publish`)).toMatchObject({
    status: 403,
    code: 'FOUR_EYES',
  });
  expect((await other.ask('POST', `/promotions/${idOf(drafted)}/publish`)).status).toBe(200);
  const [a, b] = [await shop.offer({ priceFen: 3_000n }), await shop.offer({ priceFen: 3_000n })];
  const order = await shop.placedOrder({ offer: a }, { offer: b });
  expect(order.discount).toEqual(yuan(500));
  expect(await shop.count('select sum(funded_fen) from ordering.order_line_v where order_id = $1', [order.id])).toBe(
    500,
  );
  const end = (body?: object) => other.ask('POST', `/promotions/${idOf(drafted)}/end`, body);
  expect((await end({ reason: '' })).status).toBe(422);
  expect((await end({ reason: '预算用完' })).status).toBe(200);
  const trail = `select count(*) from platform.audit_content where subject_id = $1 and content::json -> 'after' ->> 'reason' = '预算用完'`;
  expect(await shop.count(trail, [idOf(drafted)])).toBe(1);
});

test('coupons are claimed by accounts, one each, as many as there are, however many come at once', async () => {
  const offer = await shop.offer({ priceFen: 6_000n });
  const clerk = await clerkOf(offer);
  const path = `/suppliers/${offer.supplierId}/promotions`;
  const id = idOf(await clerk.ask('POST', path, { kind: 'coupon', ...named, ...reduction, claimsMost: 3 }));
  const people = await Promise.all(Array.from({ length: 5 }, () => house.signedIn({ role: 'consumer' })));
  expect((await people[0]!.ask('POST', `/coupons/${id}/claims`)).status).toBe(404);
  await clerk.ask('POST', `${path}/${id}/publish`);
  const claims = await Promise.all(people.flatMap((one) => [1, 2].map(() => one.ask('POST', `/coupons/${id}/claims`))));
  expect(claims.filter(({ status }) => status === 201)).toHaveLength(3);
  expect(claims.filter(({ status }) => status === 409)).toHaveLength(7);
  expect(await shop.count('select count(distinct person_id) from ordering.coupon where promotion_id = $1', [id])).toBe(
    3,
  );
  const listed = await house.browser('shop').ask('GET', `/coupons?suppliers=${offer.supplierId}`);
  expect(listed.body['data']).toMatchObject([{ promotionId: id, isGone: true, mine: 0 }]);
  expect((await house.browser('shop').ask('POST', `/coupons/${id}/claims`)).status).toBe(401);
});

test('a freight template is followed by the next; places that are none are named; the old one stays with its orders', async () => {
  const offer = await shop.offer({ grams: 500n });
  const clerk = await clerkOf(offer);
  const path = `/suppliers/${offer.supplierId}/freight`;
  const rate = { storage: 'ambient', regions: ['000000'], served: true, firstGrams: 1_000, first: yuan(800) };
  const form = (more: object) => ({
    assumedGrams: 500,
    rates: [{ ...rate, stepGrams: 500, step: yuan(200), freeFrom: null, ...more }],
  });
  const post = (more: object, version: number) => clerk.ask('POST', path, form(more), { 'if-match': `"${version}"` });
  expect(await post({ regions: ['310000', '999999'] }, 1)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/rates/0/regions/1', code: 'REGION_UNKNOWN' }] },
  });
  expect((await post({ regions: ['000000', '000000'] }, 1)).status).toBe(422);
  const first = await post({}, 1);
  expect(first.status).toBe(201);
  const order = await shop.placedOrder({ offer });
  expect(order.freight).toEqual(yuan(800));
  await post({ first: yuan(1_000), regions: ['310000'] }, 2);
  expect((await shop.placedOrder({ offer })).freight).toEqual(yuan(1_000));
  expect((await clerk.ask('GET', path)).body['data']).toMatchObject([
    { rates: [{ first: yuan(1_000) }], places: { 310000: '上海市' } },
    { id: idOf(first) },
  ]);
  const [kept] = await shop.rows(
    'select freight_rule ->> $2 as template from ordering.supplier_order where order_id = $1',
    [order.id, 'templateId'],
  );
  expect(kept).toEqual({ template: idOf(first) });
});

test('a template is put in place over the one that was read: the second is told who was faster; of two at once one is', async () => {
  const offer = await shop.offer();
  const [first, second] = [await clerkOf(offer), await clerkOf(offer)];
  const path = `/suppliers/${offer.supplierId}/freight`;
  const rate = {
    ...{ storage: 'ambient', regions: ['000000'], served: true, firstGrams: 1_000, first: yuan(800) },
    ...{ stepGrams: 500, step: yuan(200), freeFrom: null },
  };
  const post = (clerk: typeof first, version: unknown) =>
    clerk.ask('POST', path, { assumedGrams: 500, rates: [rate] }, { 'if-match': `"${String(version)}"` });
  expect((await first.ask('POST', path, { assumedGrams: 500, rates: [rate] })).code).toBe('VERSION_MISSING');
  const { version } = (await first.ask('GET', path)).body;
  expect((await post(first, version)).status).toBe(201);
  const late = await post(second, version);
  const { version: now } = (await second.ask('GET', path)).body;
  expect(late).toMatchObject({ status: 412, code: 'STALE_VERSION', body: { version: now } });
  expect(late.body['changed']).toEqual({
    by: (await first.ask('GET', '/me')).body['displayName'],
    at: expect.any(String),
  });
  const both = await Promise.all([post(first, now), post(second, now)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
});
