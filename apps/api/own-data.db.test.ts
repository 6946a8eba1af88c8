import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { holding, type PlacedOrder } from '@xihuo/testing';
import { accountDesk, RECEIVER, type AccountDesk } from './fixtures/account-desk';

/** What people have of themselves and take away: consents, how pages are wanted, a file of all that is kept. */

let desk: AccountDesk;
beforeAll(async () => {
  desk = await accountDesk();
});
afterAll(() => holding.closeSound(desk.shop, desk));

const partsOf = async ({ id }: PlacedOrder) =>
  (await desk.shop.rows<{ id: string }>('select id from ordering.supplier_order where order_id = $1', [id])).map(
    (part) => part.id,
  );

test('coming in is told of by texts, once a version; what is asked for apart is taken back at any time', async () => {
  const phone = desk.newPhone();
  const one = await desk.buyer(phone);
  await desk.buyer(phone);
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

test('said ten times at once it is written once, and a day has twenty changes', async () => {
  const one = await desk.buyer();
  const say = (given: boolean) => one.who.ask('PUT', '/me/consents', { kind: 'favouriteNews', version: '1', given });
  const atOnce = await Promise.all(Array.from({ length: 10 }, () => say(true)));
  expect(atOnce.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  const lines = () =>
    desk.shop.count(`select count(*) from identity.consent where person_id = $1 and kind = 'favouriteNews'`, [one.id]);
  expect(await lines()).toBe(1);
  for (let time = 0; time < 10; time += 1) await say(time % 2 === 1);
  expect((await say(false)).code).toBe('RATE_LIMITED');
  expect(await lines()).toBe(11);
});

test('how pages are wanted goes with the account', async () => {
  const one = await desk.buyer();
  expect((await one.who.ask('GET', '/me')).body['preferences']).toEqual({ elder: null });
  await one.who.ask('PUT', '/me/preferences', { elder: true });
  const elsewhere = await desk.buyer(one.phone);
  expect((await elsewhere.who.ask('GET', '/me')).body['preferences']).toEqual({ elder: true });
});

test('what is kept of somebody is handed to them opened, for a code to their phone, five times a day', async () => {
  const [one, other] = [await desk.buyer(), await desk.buyer()];
  const order = await desk.bought(one, { remarks: [{ supplierId: desk.offer.supplierId, words: '给独孤奶奶的' }] });
  const supplierOrderIds = await partsOf(order);
  const invoice = { supplierOrderIds, title: '独孤求', taxpayerNumber: undefined };
  const asked = await one.who.ask('POST', `/orders/${order.id}/invoices`, invoice, { 'idempotency-key': randomUUID() });
  expect(asked.status).toBe(201);
  await one.who.ask('PUT', `/me/addresses/${randomUUID()}`, { delivery: RECEIVER, tag: 'home', isDefault: true });
  const take = async (code: object | null) => one.who.ask('POST', '/me/export', { code });
  expect((await take(null)).code).toBe('STEP_UP_REQUIRED');
  expect((await take({ ...(await desk.codeTo(one.who, one.phone)), code: '000000' })).code).toBe('WRONG_CODE');
  expect((await take(await desk.codeTo(other.who, other.phone))).code).toBe('WRONG_CODE');
  const file = await take(await desk.codeTo(one.who, one.phone));
  expect([file.status, file.header('content-disposition')]).toEqual([
    200,
    "attachment; filename*=UTF-8''xihuo-my-data.json",
  ]);
  expect(file.body).toMatchObject({
    identity: {
      account: { id: one.id, login: null, phone: one.phone, formerPhones: [] },
      ...{ consents: [{ given: true }, { given: true }], deletions: [] },
    },
    admission: { objections: [], standardComments: [] },
    ordering: {
      addresses: [{ delivery: RECEIVER }],
      orders: [
        {
          ...{ number: order.number, delivery: RECEIVER, lines: [{ quantity: 1 }] },
          ...{ remarks: [{ words: '给独孤奶奶的' }], invoices: [{ title: '独孤求', taxpayerNumber: '' }] },
        },
      ],
    },
  });
  // Of somebody else nothing is in it.
  expect(file.bytes.toString()).not.toContain(other.id);
});
