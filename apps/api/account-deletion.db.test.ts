import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { identityParts } from '@xihuo/identity';
import { createLog, PERSONAL, VAULT, type Kit, type NamedKeeping } from '@xihuo/platform';
import { holding, openHouse, openShop, type House, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { contexts } from './contexts';

/** What people have of themselves and take away: consents, a file of all that is kept, and the end of an account. */

type Browser = ReturnType<House['browser']>;
let shop: Shop;
let house: House;
let offer: Offer;
let lots: Map<string, string>;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: contexts.filter(({ name }) => name !== 'identity') });
  offer = await shop.offer({ priceFen: 1_000n, stock: 500, grams: 1_000n });
  lots = new Map([[offer.productId, await shop.lot(offer, 1_000_000n)]]);
});
afterAll(() => holding.closeSound(shop, house));

let phones = 0;
const newPhone = () => `1380000${(phones += 1).toString().padStart(4, '0')}`;

/** A code sent to the phone, read where its carrier would. */
async function codeTo(who: Browser, phone: string) {
  const { body } = await who.ask('POST', '/registrations/codes', { phone });
  const requestId = body['requestId'] as string;
  const [row] = await house.rows<{ id: string; content_sealed: Buffer }>(
    'select id, content_sealed from platform.outgoing_message where key = $1',
    [`sms-code ${requestId}`],
  );
  const cell = { table: 'platform.outgoing_message', row: row!.id, column: 'content_sealed' };
  return { requestId, phone, code: /\d{6}/.exec(house.vault.open(cell, row!.content_sealed))![0] };
}

interface Buyer {
  who: Browser;
  phone: string;
  id: string;
}

async function buyer(phone = newPhone()): Promise<Buyer> {
  const who = house.browser('shop', `203.0.113.${phones}`);
  const { body } = await who.ask('POST', '/registrations/buyers', await codeTo(who, phone));
  return { who, phone, id: (body['me'] as { personId: string }).personId };
}

const RECEIVER = { regionCode: '310101', address: '南京东路 800 号', name: '独孤求', phone: '13912345678' };

async function bought({ who }: Buyer): Promise<PlacedOrder> {
  const body = { ...shop.bodyOf({ offer }), delivery: RECEIVER };
  const answer = await who.ask('POST', '/orders', body, { 'idempotency-key': randomUUID() });
  expect(answer.status).toBe(201);
  return answer.body as unknown as PlacedOrder;
}

async function released(one: Buyer): Promise<PlacedOrder> {
  const order = await bought(one);
  await shop.pay(order);
  await shop.ship(order, lots);
  await shop.receive(order);
  await shop.releaseAfter(20);
  await shop.setClock('0 days');
  return order;
}

const KEEPINGS: NamedKeeping[] = contexts.flatMap(({ name, personal }) => (personal ? [{ name, ...personal }] : []));

/** The worker's round, with what all contexts keep. */
async function round(keepings: readonly NamedKeeping[] = KEEPINGS): Promise<void> {
  const job = identityParts.jobs!.find(({ name }) => name === 'identity.deleteAccounts') as unknown as {
    run(kit: Kit): Promise<unknown>;
  };
  const provided = new Map<unknown, unknown>([
    [PERSONAL, keepings],
    [VAULT, house.vault],
  ]);
  const kit = {
    database: shop.database,
    log: createLog('silent', 'test'),
    get: (token: unknown) => provided.get(token),
  };
  await job.run(kit as unknown as Kit);
}

const asks = async ({ who, phone }: Buyer) => who.ask('POST', '/me/deletion', { code: await codeTo(who, phone) });
const standsIn = async ({ who }: Buyer) => (await who.ask('GET', '/me')).status;

test('coming in is told of by texts, once a version; what is asked for apart is taken back at any time', async () => {
  const phone = newPhone();
  const one = await buyer(phone);
  await buyer(phone);
  const said = async () =>
    ((await one.who.ask('GET', '/me/consents')).body['data'] as { kind: string; given: boolean }[])
      .map(({ kind, given }) => `${kind} ${given}`)
      .sort();
  expect(await said()).toEqual(['privacy true', 'terms true']);
  const say = (body: object) => one.who.ask('PUT', '/me/consents', body);
  const news = { kind: 'favouriteNews', version: '1' };
  for (const given of [true, true, false]) expect((await say({ ...news, given })).status).toBe(200);
  expect(await said()).toEqual(['favouriteNews false', 'favouriteNews true', 'privacy true', 'terms true']);
  expect((await say({ ...news, version: '0', given: true })).code).toBe('CONSENT_STANDS');
  expect((await say({ kind: 'terms', version: '1', given: false })).code).toBe('CONSENT_STANDS');
});

test('how pages are wanted goes with the account', async () => {
  const one = await buyer();
  expect((await one.who.ask('GET', '/me')).body['preferences']).toEqual({ elder: null });
  await one.who.ask('PUT', '/me/preferences', { elder: true });
  const elsewhere = await buyer(one.phone);
  expect((await elsewhere.who.ask('GET', '/me')).body['preferences']).toEqual({ elder: true });
});

test('what is kept of somebody is handed to them opened, for a code to their phone, five times a day', async () => {
  const [one, other] = [await buyer(), await buyer()];
  const order = await bought(one);
  await one.who.ask('PUT', `/me/addresses/${randomUUID()}`, { delivery: RECEIVER, tag: 'home', isDefault: true });
  const take = async (code: object | null) => one.who.ask('POST', '/me/export', { code });
  expect((await take(null)).code).toBe('STEP_UP_REQUIRED');
  expect((await take({ ...(await codeTo(one.who, one.phone)), code: '000000' })).code).toBe('WRONG_CODE');
  expect((await take(await codeTo(other.who, other.phone))).code).toBe('WRONG_CODE');
  const file = await take(await codeTo(one.who, one.phone));
  expect([file.status, file.header('content-disposition')]).toEqual([
    200,
    "attachment; filename*=UTF-8''xihuo-my-data.json",
  ]);
  expect(file.body).toMatchObject({
    identity: { account: { id: one.id, phone: one.phone }, consents: [{ given: true }, { given: true }] },
    ordering: {
      addresses: [{ delivery: RECEIVER }],
      orders: [{ number: order.number, delivery: RECEIVER, lines: [{ quantity: 1 }] }],
    },
  });
  // Of somebody else nothing is in it.
  expect(file.bytes.toString()).not.toContain(other.id);
});

test('an account with something open stays, and says what', async () => {
  const one = await buyer();
  await bought(one);
  expect(await asks(one)).toMatchObject({
    status: 409,
    code: 'ACCOUNT_IN_USE',
    body: { open: [{ what: 'orders', count: 1 }] },
  });
  const { body } = await one.who.ask('GET', '/me/deletion');
  expect(body).toEqual({ askedAt: null, dueAt: null, open: [{ what: 'orders', count: 1 }] });
});

test('who is more than a buyer is not deleted by themselves', async () => {
  const phone = newPhone();
  await house.person({ role: 'farmer', phone });
  const one = await buyer(phone);
  expect(await asks(one)).toMatchObject({ code: 'ACCOUNT_IN_USE', body: { open: [{ what: 'roles', count: 1 }] } });
});

test('a wish can be taken back, and is done after seven days, not before', async () => {
  const [one, other] = [await buyer(), await buyer()];
  for (const each of [one, other]) expect((await asks(each)).status).toBe(200);
  const again = await asks(one);
  expect(again.body['dueAt']).not.toBeNull();
  expect((await other.who.ask('DELETE', '/me/deletion')).body).toEqual({ askedAt: null, dueAt: null, open: [] });
  await shop.setClock('6 days');
  await round();
  expect(await standsIn(one)).toBe(200);
  await shop.setClock('8 days');
  await round();
  expect([await standsIn(one), await standsIn(other)]).toEqual([401, 200]);
  await shop.setClock('0 days');
});

test('what was bought meanwhile puts it off, and it is done once that is over', async () => {
  const one = await buyer();
  await asks(one);
  const order = await bought(one);
  await shop.setClock('8 days');
  await round();
  expect(await standsIn(one)).toBe(200);
  expect((await one.who.ask('POST', `/orders/${order.id}/cancel`, {})).status).toBe(200);
  await round();
  expect(await standsIn(one)).toBe(200);
  await shop.setClock('10 days');
  await round();
  expect(await standsIn(one)).toBe(401);
  await shop.setClock('0 days');
});

/** Sums and numbers of all that is kept of money and orders. */
const books = async () =>
  (
    await shop.rows<{ kept: string }>(
      `select (select count(*) || ' ' || coalesce(sum(amount_fen), 0) from ordering.customer_order) || ' ' ||
              (select count(*) || ' ' || coalesce(sum(amount_fen), 0) from ordering.order_line) || ' ' ||
              (select count(*) || ' ' || coalesce(sum(amount_fen), 0) from payment.payment_v) || ' ' ||
              (select count(*) from ordering.coupon) as kept`,
    )
  )[0]!.kept;

test('a deleted account leads to nobody, its orders and the books stand, and the phone begins anew', async () => {
  const one = await buyer();
  await one.who.ask('PUT', `/me/addresses/${randomUUID()}`, { delivery: RECEIVER, tag: 'home', isDefault: true });
  const [product] = await shop.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    offer.productId,
  ]);
  await one.who.ask('PUT', `/me/favourites/${product!.slug}`);
  await one.who.ask('PUT', '/cart/lines', { changes: [{ skuId: offer.skuId, quantity: 1, selected: true }] });
  const order = await released(one);
  expect((await asks(one)).status).toBe(200);
  const before = await books();
  await shop.setClock('8 days');

  // One context that fails takes all of it back; the next round does the whole.
  const broken = { name: 'broken', tell: () => Promise.resolve({}), forget: () => Promise.reject(new Error('gone')) };
  await expect(round([...KEEPINGS, broken])).rejects.toThrow('gone');
  expect(await standsIn(one)).toBe(200);
  await round();
  await round();
  expect(await standsIn(one)).toBe(401);

  expect(await books()).toBe(before);
  const [kept] = await shop.rows<{ person_id: string; shown: object; sealed: Buffer; phone: Buffer | null }>(
    `select person_id, delivery_masked as shown, delivery_sealed as sealed, phone_index as phone
       from ordering.customer_order where id = $1`,
    [order.id],
  );
  const nowhere = { address: '', name: '', phone: '' };
  expect([kept!.person_id, kept!.shown, kept!.phone]).toEqual([one.id, nowhere, null]);
  const cell = { table: 'ordering.customer_order', row: order.id, column: 'delivery_sealed' };
  expect(JSON.parse(house.vault.open(cell, kept!.sealed))).toEqual(nowhere);
  for (const table of [
    ...['identity.phone_link', 'identity.former_phone', 'identity.credential', 'identity.preference'],
    ...['ordering.address', 'ordering.cart', 'catalogue.favourite', 'platform.notice'],
  ])
    expect([table, await shop.count(`select count(*) from ${table} where person_id = $1`, [one.id])]).toEqual([
      table,
      0,
    ]);
  const [person] = await shop.rows(
    'select display_name, disabled_at is not null as over from identity.person where id = $1',
    [one.id],
  );
  expect(person).toEqual({ display_name: '已注销', over: true });

  const anew = await buyer(one.phone);
  expect(anew.id).not.toBe(one.id);
  expect((await anew.who.ask('GET', '/me/orders')).body['data']).toEqual([]);
  await shop.setClock('0 days');
});
