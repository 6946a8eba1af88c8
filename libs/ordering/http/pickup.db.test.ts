import { randomUUID } from 'node:crypto';
import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { holding, openHouse, openShop, type House, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { orderingParts } from '../index';

let shop: Shop;
let house: House;
let keeper: string;
const CITY = '310101';
const WEEK = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '18:00' }];
const YUAN_10 = { amount: '1000', currency: 'CNY' };

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, paymentParts, orderingParts] });
  keeper = await shop.supplier();
});
afterAll(() => holding.closeSound(house));

/** An open point with these goods on its shelf. */
async function point(offers: readonly Offer[], more: { pickup?: boolean; state?: string } = {}): Promise<string> {
  const slug = `point-${randomUUID().slice(0, 8)}`;
  await shop.rows(
    `with stands as (
       insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, address,
                                    phone, opening_times, pickup, keeper_id, created_at)
       values ($1, 'directSupplyPoint', $2, '示例直供点', 'Point', '', '', $3, '示例', '示例路 9 号', '021-12345678', $4, $5, $6, now())
       returning id
     ), shelf as (
       insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule)
       select id, 1, '全部', 'All', false from stands returning id
     )
     insert into catalogue.venue_shelf_product (shelf_id, product_id, position)
     select shelf.id, product_id, place from shelf cross join unnest($7::uuid[]) with ordinality as given (product_id, place)`,
    [
      ...[slug, more.state ?? 'open', CITY, JSON.stringify(WEEK), more.pickup ?? true, keeper],
      offers.map(({ productId }) => productId),
    ],
  );
  return slug;
}

const clerkOf = (organisationId: string) => house.signedIn({ role: 'supplier', organisationId });
const byToken = ({ token }: PlacedOrder) => ({ 'order-token': token });
const pickupOf = async (order: PlacedOrder) =>
  house.browser('shop').ask('GET', `/orders/${order.id}/pickup`, undefined, byToken(order));
const partOf = (order: PlacedOrder) => order.supplierOrders[0]!.id;

async function sent(): Promise<{ order: PlacedOrder; slug: string; offer: Offer }> {
  const offer = await shop.offer({ priceFen: 1_000n, grams: 1_000n });
  const slug = await point([offer]);
  const order = await shop.place({ ...shop.bodyOf({ offer }), pickup: slug });
  await shop.pay(order);
  await shop.ship(order, new Map([[offer.productId, await shop.lot(offer, 100_000n)]]));
  return { order, slug, offer };
}

test('an order for a point goes to its address, and its page says where, when and by which code', async () => {
  const offer = await shop.offer({ priceFen: 1_000n });
  // What is sent costs freight, and to this place nothing is sent at all.
  await shop.promotions.freight(offer.supplierId, { firstFen: 800n, stepFen: 0n, notTo: [CITY] });
  await expect(shop.place(shop.bodyOf({ offer }))).rejects.toMatchObject({ code: 'REGION_NOT_SERVED' });
  const slug = await point([offer]);
  const found = await house.browser('shop').ask('GET', `/venues?pickup=true&packs=${offer.skuId}`);
  expect((found.body['data'] as { slug: string }[]).map((venue) => venue.slug)).toEqual([slug]);

  const order = await shop.place({ ...shop.bodyOf({ offer }), pickup: slug });
  expect(order).toMatchObject({
    pickup: { slug, name: { zh: '示例直供点' } },
    freight: { amount: '0' },
    amount: YUAN_10,
  });
  expect((await pickupOf(order)).body).toMatchObject({
    venue: { slug, address: '示例路 9 号', phone: '021-12345678', openingTimes: WEEK, open: true },
    code: null,
    parts: [{ supplierOrderId: partOf(order), state: 'expected' }],
  });
  await shop.pay(order);
  const { body } = await pickupOf(order);
  expect(body['code']).toMatch(/^\d{8}$/);
  expect(
    await shop.count(`select count(*) from ordering.pickup where pickup::text like '%' || $1 || '%'`, [body['code']]),
  ).toBe(0);

  const clerk = await clerkOf(offer.supplierId);
  const task = await clerk.ask('GET', `/supplier/orders/${partOf(order)}`);
  expect(task.body).toMatchObject({ shipTo: { address: '自提点「示例直供点」示例路 9 号', name: '示例顾客' } });
  const stranger = { 'order-token': 'x'.repeat(43) };
  expect(await house.browser('shop').ask('GET', `/orders/${order.id}/pickup`, undefined, stranger)).toMatchObject({
    status: 404,
  });
});

test('what the point does not have, a point that hands nothing over, and a closed one: refused, and nothing is reserved', async () => {
  const [one, other] = [await shop.offer(), await shop.offer()];
  const refused = async (body: object, code: string) => {
    await expect(shop.place(body as never)).rejects.toMatchObject({ code });
  };
  const both = shop.bodyOf({ offer: one }, { offer: other });
  await refused({ ...both, pickup: await point([one]) }, 'PICKUP_NOT_OFFERED');
  await refused({ ...both, pickup: await point([one, other], { pickup: false }) }, 'PICKUP_NOT_OFFERED');
  await refused({ ...both, pickup: await point([one, other], { state: 'closed' }) }, 'PICKUP_NOT_OFFERED');
  await refused({ ...both, pickup: 'nowhere' }, 'PICKUP_NOT_OFFERED');
  expect(
    await shop.count('select sum(reserved) from ordering.stock where sku_id = any ($1)', [[one.skuId, other.skuId]]),
  ).toBe(0);
  expect(await shop.place({ ...both, pickup: await point([one, other]) })).toMatchObject({ state: 'awaitingPayment' });
});

test('a shelf that one supplier fills hands over theirs and is named in orders of theirs, not of others’ of the same goods', async () => {
  const [theirs, others] = [await shop.offer(), await shop.offer()];
  await shop.rows('update catalogue.sku set product_id = $2 where id = $1', [others.skuId, theirs.productId]);
  await shop.rows('update admission.listing_approval set product_id = $2 where supplier_id = $1', [
    others.supplierId,
    theirs.productId,
  ]);
  const slug = await point([]);
  await shop.rows(
    `update catalogue.venue_shelf set by_rule = true, rule_supplier_id = $2
      where venue_id = (select id from catalogue.venue where slug = $1)`,
    [slug, theirs.supplierId],
  );
  const takes = async ({ skuId }: Offer) =>
    (await house.browser('shop').ask('GET', `/venues?pickup=true&packs=${skuId}`)).body['data'] as unknown[];
  expect([(await takes(theirs)).length, (await takes(others)).length]).toEqual([1, 0]);
  await expect(shop.place({ ...shop.bodyOf({ offer: others }), pickup: slug })).rejects.toMatchObject({
    code: 'PICKUP_NOT_OFFERED',
  });
  const foundAt = async (offer: Offer) => {
    const body = shop.bodyOf({ offer });
    const order = await shop.place({ ...body, lines: body.lines.map((line) => ({ ...line, via: { venue: slug } })) });
    return order.supplierOrders[0]!.lines[0]!.via.venue?.slug ?? null;
  };
  expect([await foundAt(theirs), await foundAt(others)]).toEqual([slug, null]);
  expect(await shop.place({ ...shop.bodyOf({ offer: theirs }), pickup: slug })).toMatchObject({ pickup: { slug } });
});

test('taken in, then handed over against the code: that is its receipt, once however often it is said', async () => {
  const { order } = await sent();
  const counter = await clerkOf(keeper);
  const mine = (query = '') => counter.ask('GET', `/pickups${query}`);
  const row = ({ body }: Awaited<ReturnType<typeof mine>>) =>
    (body['data'] as { supplierOrderId: string }[]).find(({ supplierOrderId }) => supplierOrderId === partOf(order));
  expect(row(await mine('?state=expected'))).toMatchObject({
    orderNumber: order.number,
    name: expect.stringContaining('*'),
  });
  const code = String((await pickupOf(order)).body['code']);
  const handOver = (said: string) => counter.ask('POST', `/pickups/orders/${order.id}/handover`, { code: said });
  expect(await handOver(code)).toMatchObject({ code: 'PICKUP_NOT_HERE' });

  const takeIn = () => counter.ask('POST', `/pickups/${partOf(order)}/arrival`, {});
  const both = await Promise.all([takeIn(), takeIn()]);
  expect(both.map(({ status, body }) => [status, body['state']])).toEqual([
    [200, 'arrived'],
    [200, 'arrived'],
  ]);
  expect(
    await shop.count('select count(*) from platform.outgoing_message where key = $1', [
      `pickup.arrived:${partOf(order)}`,
    ]),
  ).toBe(1);
  expect(row(await mine('?state=expected'))).toBeUndefined();

  const wrong = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  expect(await handOver(wrong)).toMatchObject({ status: 422, code: 'PICKUP_CODE_WRONG' });
  expect((await handOver(code)).body['data']).toMatchObject([{ state: 'handedOver' }]);
  expect((await handOver(code)).body['data']).toMatchObject([{ state: 'handedOver' }]);
  expect(
    await shop.rows(
      `select supplier_order.state, release_due is not null as due from ordering.supplier_order where id = $1`,
      [partOf(order)],
    ),
  ).toEqual([{ state: 'received', due: true }]);
  expect((await pickupOf(order)).body).toMatchObject({ code: null, parts: [{ state: 'handedOver' }] });
  const said = await shop.rows<{ action: string }>(
    `select content::json ->> 'action' as action from platform.audit_content where subject_id = $1 order by entry_id`,
    [partOf(order)],
  );
  expect(said.map(({ action }) => action).filter((action) => action.startsWith('pickup.'))).toEqual([
    'pickup.takeIn',
    'pickup.handOver',
  ]);
});

test('another counter neither sees nor touches it; guessing a code ends soon', async () => {
  const { order, offer } = await sent();
  const stranger = await clerkOf(offer.supplierId);
  expect((await stranger.ask('GET', '/pickups')).body['data']).toEqual([]);
  expect(await stranger.ask('POST', `/pickups/${partOf(order)}/arrival`, {})).toMatchObject({ status: 404 });
  const code = String((await pickupOf(order)).body['code']);
  expect(await stranger.ask('POST', `/pickups/orders/${order.id}/handover`, { code })).toMatchObject({ status: 404 });

  const operator = await house.signedIn({ role: 'operator' });
  expect(await operator.ask('POST', `/pickups/${partOf(order)}/arrival`, {})).toMatchObject({ status: 200 });
  const guess = (at: number) =>
    operator.ask('POST', `/pickups/orders/${order.id}/handover`, {
      code: String((Number(code) + at) % 10 ** 8).padStart(8, '0'),
    });
  const answers: string[] = [];
  for (let at = 1; at <= 12; at += 1) answers.push((await guess(at)).code ?? '');
  expect(answers.at(0)).toBe('PICKUP_CODE_WRONG');
  expect(answers.at(-1)).toBe('RATE_LIMITED');
});
