import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { holding, openHouse, openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { traceParts } from '@xihuo/trace';
import { orderingParts } from '../index';

/** An operator who looks on as a supplier: what it opens, what stays shut, and what the supplier is told of it. */

let shop: Shop;
let house: House;
let offer: Offer;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [catalogueParts, traceParts, paymentParts, orderingParts] });
  offer = await shop.offer({ stock: 10, grams: 500n });
  await shop.paidOrder({ offer, quantity: 1 });
}, 60_000);
afterAll(() => holding.closeSound(house));
afterEach(() => shop.setClock('0'));

type Browser = ReturnType<House['browser']>;
interface Task {
  id: string;
  shipTo: { name: string; phone: string; address: string };
}

const REASON = '来电说找不到发货单';
const look = (who: Browser, supplierId: string) => who.ask('POST', '/me/viewing', { supplierId, reason: REASON });
const tasks = async (who: Browser) => ((await who.ask('GET', '/supplier/orders')).body as { data: Task[] }).data;
const me = async (who: Browser) => (await who.ask('GET', '/me')).body;
const trail = async () =>
  (
    await house.rows<{ content: string }>(
      `select content from platform.audit_content where content like '%viewing.%' order by entry_id`,
    )
  )
    .map(({ content }) => JSON.parse(content) as { action: string; subjectId: string; after: unknown })
    .map(({ action, subjectId, after }) => ({ action, subjectId, after }));

test('it reads what the supplier reads, sealed values veiled, and is its own again when it ends', async () => {
  const clerk = await house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
  const [own] = await tasks(clerk);
  expect(own!.shipTo.phone).toMatch(/^1\d{10}$/);

  const operator = await house.signedIn({ role: 'operator' });
  expect(await operator.ask('GET', '/supplier/orders')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  const elsewhere = await house.signedIn({ role: 'operator' });
  expect((await look(operator, offer.supplierId)).status).toBe(204);
  expect(await me(operator)).toMatchObject({
    grants: [{ role: 'supplier', organisation: { id: offer.supplierId } }],
    viewing: { reason: REASON, endsAt: expect.any(String) },
  });
  const [seen] = await tasks(operator);
  expect(seen).toEqual({
    ...own,
    shipTo: { ...own!.shipTo, name: '•••', phone: '•••', address: '•••' },
  });
  // Nothing of the operator's own meanwhile, and nothing of it for anybody else.
  expect(await operator.ask('GET', '/people?role=auditor')).toMatchObject({ body: { data: [] } });
  expect(await elsewhere.ask('GET', '/supplier/orders')).toMatchObject({ status: 403 });
  expect(await me(elsewhere)).toMatchObject({ viewing: null });

  expect((await operator.ask('DELETE', '/me/viewing')).status).toBe(204);
  expect(await me(operator)).toMatchObject({ grants: [{ role: 'operator' }], viewing: null });
  expect(await operator.ask('GET', '/supplier/orders')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect((await operator.ask('DELETE', '/me/viewing')).status).toBe(204);

  expect((await clerk.ask('GET', '/me/notices')).body).toMatchObject({
    data: [{ about: `viewing:${offer.supplierId}`, body: expect.stringContaining(REASON) }],
  });
  expect(await trail()).toEqual([
    {
      ...{ action: 'viewing.begin', subjectId: offer.supplierId },
      after: { reason: REASON, endsAt: expect.any(String) },
    },
    { action: 'viewing.end', subjectId: offer.supplierId, after: null },
  ]);
});

test('nothing is done and no file goes out while it lasts', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  expect((await look(operator, offer.supplierId)).status).toBe(204);
  const [task] = await tasks(operator);
  const refused = [
    operator.ask('POST', `/supplier/orders/${task!.id}/shipment`, {}),
    operator.ask('PUT', `/me/lists`, {}),
    operator.ask('POST', '/me/viewing', { supplierId: offer.supplierId, reason: REASON }),
    // What is open to everybody is not done in a supplier's name either.
    operator.ask('PUT', '/cart/lines', {}),
    operator.ask('GET', `/supplier/orders/${task!.id}/print`),
    operator.ask('GET', '/supplier/orders/file'),
    operator.ask('GET', '/supplier/after-sales', undefined, { accept: 'text/csv' }),
  ];
  // A second look is an operator's to begin, and this session is none's now.
  const codes = ['VIEWING_ONLY', 'VIEWING_ONLY', 'FORBIDDEN', ...Array<string>(4).fill('VIEWING_ONLY')];
  expect((await Promise.all(refused)).map(({ code }) => code)).toEqual(codes);
  // Signing out ends it with the session.
  expect((await operator.ask('DELETE', '/sessions/current')).status).toBe(204);
});

test('it ends by itself after half an hour, and with the role of whoever looks', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  await look(operator, offer.supplierId);
  await shop.setClock('29 minutes');
  expect(await me(operator)).toMatchObject({ viewing: { reason: REASON } });
  await shop.setClock('31 minutes');
  expect(await me(operator)).toMatchObject({ viewing: null, grants: [{ role: 'operator' }] });

  await shop.setClock('0');
  expect(await me(operator)).toMatchObject({ viewing: { reason: REASON } });
  await house.rows(
    `update identity.role_grant set ended_at = platform.business_now(), ended_by = 'test' where role = 'operator'`,
  );
  expect(await me(operator)).toMatchObject({ viewing: null, grants: [] });
});

test('it is for operators with a fresh second factor, of a supplier that somebody acts for, with a reason', async () => {
  const reviewer = await house.signedIn({ role: 'reviewer' });
  expect(await look(reviewer, offer.supplierId)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  const operator = await house.signedIn({ role: 'operator' });
  expect(await look(operator, randomUUID())).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect(await operator.ask('POST', '/me/viewing', { supplierId: offer.supplierId, reason: ' 看' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/reason' }] },
  });
  await shop.setClock('6 minutes');
  expect(await look(operator, offer.supplierId)).toMatchObject({ status: 403, code: 'STEP_UP_REQUIRED' });
});
