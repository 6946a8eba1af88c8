import { holding, openShop, type Shop } from '@xihuo/testing';
import { loadPayable } from '../../actions/load-payable';

type Desk = Awaited<ReturnType<Shop['buyers']>>;
let shop: Shop;
let desk: Desk;

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
});
afterAll(() => holding.closeSound(shop, desk));

/** Issued by somebody who orders and does nothing else, with colleagues of one duty each. */
async function issued(payment: 'onTerms' | 'payFirst') {
  const at = await shop.buying.organisation({ payment });
  const orders = await desk.member(at.id, { duties: ['order'], limitFen: 1_000_000n });
  const receives = await desk.member(at.id, { duties: ['receive'] });
  const pays = await desk.member(at.id, { duties: ['pay'] });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 500 });
  const made = desk.viewOf(await desk.ordered(orders, at, { offer, packs: 10, fen: 1_000n }));
  const send = async () =>
    shop.ship(made.order as never, new Map([[offer.productId, await shop.lot(offer, 500_000n)]]));
  return { at, orders, receives, pays, made, send };
}

const refused = { status: 403, code: 'DUTY_MISSING' };
const missing = { status: 404, code: 'NOT_FOUND' };

test('what an organisation bought is received where it is accepted, by whoever has the duty', async () => {
  const { orders, receives, made, send } = await issued('onTerms');
  await send();
  const part = made.order.supplierOrders[0]!;
  const receive = (by: typeof orders) =>
    by.ask('POST', `/orders/${made.order.id}/receipts`, { supplierOrderId: part.id }, desk.key());
  expect(await receive(orders)).toMatchObject(refused);
  expect(await receive(receives)).toMatchObject({
    ...{ status: 409, code: 'ACCEPTED_ON_PURCHASE' },
    body: { purchaseOrderId: made.id },
  });
  const claim = {
    ...{ supplierOrderId: part.id, kind: 'refundOnly', reason: 'quality', words: '坏了', photoIds: [] },
    lines: [{ lineId: part.lines[0]!.id, packs: 1 }],
  };
  expect(await orders.ask('POST', `/orders/${made.order.id}/after-sales`, claim, desk.key())).toMatchObject(refused);
  expect(await shop.rows('select open_fen from ordering.receivable where purchase_order_id = $1', [made.id])).toEqual(
    [],
  );
  expect(await desk.accept(receives, made)).toMatchObject({
    status: 200,
    body: { receivables: [{ open: desk.yuan(10_000) }], order: { purchaseOrderId: made.id } },
  });
});

test('an order of an organisation is paid by whoever pays for it, and taken back by whoever orders', async () => {
  const { orders, pays, made } = await issued('payFirst');
  const payable = (personId: string) => shop.does((tx) => loadPayable(tx, made.order.id, { personId, token: null }));
  expect((await payable(pays.personId)).legs).toHaveLength(1);
  await expect(payable(orders.personId)).rejects.toMatchObject({ code: 'DUTY_MISSING' });
  expect((await pays.ask('GET', `/orders/${made.order.id}`)).status).toBe(200);
  const cancel = (by: typeof orders) => by.ask('POST', `/orders/${made.order.id}/cancel`, {}, desk.key());
  expect(await cancel(pays)).toMatchObject(refused);
  expect(await cancel(orders)).toMatchObject({ status: 200, body: { state: 'cancelled' } });
});

test('whoever no longer acts for an organisation sees nothing of what they bought for it, and others see nothing ever', async () => {
  const { at, orders, made, send } = await issued('onTerms');
  await send();
  const [parcel] = await shop.rows<{ id: string }>('select id from ordering.shipment where supplier_order_id = $1', [
    made.order.supplierOrders[0]!.id,
  ]);
  const stranger = await desk.member((await shop.buying.organisation()).id, { duties: ['order', 'receive', 'pay'] });
  const order = `/orders/${made.order.id}`;
  const papers = `${order}/parcels/${parcel!.id}/papers`;
  expect((await orders.ask('GET', papers)).status).toBe(200);
  expect((await orders.ask('GET', '/me/orders')).body['data']).toHaveLength(1);
  expect(await stranger.ask('GET', order)).toMatchObject(missing);
  await shop.rows(
    `update identity.role_grant set ended_at = now(), ended_by = 'test' where person_id = $1 and organisation_id = $2`,
    [...[orders.personId, at.id]],
  );
  const again = await shop.rows<{ role: string }>(
    `insert into identity.role_grant (person_id, role, granted_at, granted_by) values ($1, 'consumer', now(), 'test') returning role`,
    [orders.personId],
  );
  expect(again).toHaveLength(1);
  for (const path of [order, papers, `${order}/after-sales`])
    expect(await orders.ask('GET', path)).toMatchObject(missing);
  expect((await orders.ask('GET', '/me/orders')).body['data']).toEqual([]);
});
