import { randomUUID } from 'node:crypto';
import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { holding, openHouse, openShop, type House, type Shop } from '@xihuo/testing';
import { orderingParts } from '../index';

/** What an account keeps to buy with: where things go, and coupons. */

type Buyer = Awaited<ReturnType<House['signedIn']>>;
let shop: Shop;
let house: House;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, paymentParts, orderingParts] });
});
afterAll(() => holding.closeSound(house));

const arrived = () => house.signedIn({ role: 'consumer' });
const lane = (address = '示例路 1 号', regionCode = '310101') => ({
  ...{ delivery: { regionCode, address, name: '张三', phone: '13800000000' }, tag: 'home', isDefault: false },
});
const put = (who: Buyer, id: string, body: object = lane()) => who.ask('PUT', `/me/addresses/${id}`, body);
const shown = ({ body }: { body: Record<string, unknown> }) =>
  (body['data'] as { id: string; isDefault: boolean }[]).map(({ id, isDefault }) => [id, isDefault]);

test('the first is the default, and one is as long as there are any', async () => {
  const who = await arrived();
  const [first, second] = [randomUUID(), randomUUID()];
  const kept = await put(who, first);
  expect(kept).toMatchObject({
    status: 200,
    body: {
      data: [
        {
          ...{ id: first, isDefault: true, tag: 'home', path: ['310000', '310101'], regionName: '上海市黄浦区' },
          delivery: { regionCode: '310101', address: '示例路 1 号', name: '张三', phone: '13800000000' },
        },
      ],
    },
  });
  expect(shown(await put(who, second))).toEqual([
    [first, true],
    [second, false],
  ]);
  expect(shown(await put(who, second, { ...lane('二号'), isDefault: true }))).toEqual([
    [second, true],
    [first, false],
  ]);
  // Saved once more without saying so, it stays the default.
  expect(shown(await put(who, second, lane('三号')))[0]).toEqual([second, true]);
  expect(shown(await who.ask('DELETE', `/me/addresses/${second}`))).toEqual([[first, true]]);
  expect((await who.ask('DELETE', `/me/addresses/${second}`)).status).toBe(404);
  expect(shown(await who.ask('DELETE', `/me/addresses/${first}`))).toEqual([]);
});

test('in a county below a city the path has three steps', async () => {
  const who = await arrived();
  expect((await put(who, randomUUID(), lane('一号', '610629'))).body['data']).toMatchObject([
    { path: ['610000', '610600', '610629'], regionName: '陕西省延安市洛川县' },
  ]);
});

test.each([
  ['a whole province', '310000'],
  ['a city with counties below it', '610600'],
  ['where nothing is delivered', '710000'],
  ['a place there is none', '999999'],
])('%s is no address', async (_place, regionCode) => {
  const answer = await put(await arrived(), randomUUID(), lane('一号', regionCode));
  expect(answer).toMatchObject({
    code: 'REGION_NOT_DELIVERABLE',
    body: { errors: [{ pointer: '/body/delivery/regionCode' }] },
  });
});

test('twenty are kept; the twenty-first is refused, one of the twenty may still be changed', async () => {
  const who = await arrived();
  const ids = Array.from({ length: 20 }, () => randomUUID());
  for (const id of ids) expect((await put(who, id)).status).toBe(200);
  expect((await put(who, randomUUID())).code).toBe('ADDRESSES_FULL');
  expect((await put(who, ids[7]!, lane('改过'))).status).toBe(200);
});

test('two first ones at once make one default', async () => {
  const who = await arrived();
  const answers = await Promise.all([put(who, randomUUID()), put(who, randomUUID()), put(who, randomUUID())]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const book = shown(await who.ask('GET', '/me/addresses'));
  expect(book.map(([, isDefault]) => isDefault)).toEqual([true, false, false]);
});

test('what somebody else keeps is neither read, changed nor moved; at rest nothing of it can be read', async () => {
  const [who, other] = [await arrived(), await arrived()];
  const id = randomUUID();
  await put(who, id, lane('南京东路 800 号'));
  expect((await put(other, id)).status).toBe(404);
  expect((await other.ask('DELETE', `/me/addresses/${id}`)).status).toBe(404);
  expect(shown(await other.ask('GET', '/me/addresses'))).toEqual([]);
  const [row] = await house.rows<{ kept: string }>(
    `select encode(sealed, 'escape') || address::text as kept from ordering.address where id = $1`,
    [id],
  );
  expect(row!.kept).not.toMatch(/南京|张三|13800000000/);
});

test('the wallet tells what can be used, what was, and what is over', async () => {
  const who = await arrived();
  const coupon = { kind: 'coupon', thresholdFen: 1_000n, reductionFen: 100n } as const;
  const [held, used, over] = [
    await shop.promotions.running(coupon),
    await shop.promotions.running(coupon),
    await shop.promotions.running(coupon),
  ];
  for (const id of [held, used, over]) expect((await who.ask('POST', `/coupons/${id}/claims`)).status).toBe(201);
  const [mine] = await house.rows<{ id: string; person_id: string }>(
    'select id, person_id from ordering.coupon where promotion_id = $1 order by claimed_at desc limit 1',
    [used],
  );
  const offer = await shop.offer({ priceFen: 5_000n });
  const ordered = await who.ask(
    'POST',
    '/orders',
    { ...shop.bodyOf({ offer }), coupons: [mine!.id] },
    { 'idempotency-key': randomUUID() },
  );
  expect(ordered.status).toBe(201);
  await house.rows(`update ordering.promotion set state = 'ended' where id = $1`, [over]);
  const { body } = await who.ask('GET', '/me/coupons');
  const standing = (
    body['data'] as { coupon: { promotionId: string }; standing: string; orderId: string | null }[]
  ).map((one) => [one.coupon.promotionId, one.standing, one.orderId]);
  expect(standing[0]).toEqual([held, 'held', null]);
  expect(standing).toContainEqual([used, 'used', ordered.body['id']]);
  expect(standing).toContainEqual([over, 'over', null]);
  expect((await (await arrived()).ask('GET', '/me/coupons')).body['data']).toEqual([]);
});
