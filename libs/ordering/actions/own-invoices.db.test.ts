import { newId } from '@xihuo/platform';
import { holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { freezeItems, requestById } from '../store/business/invoice.sql';
import { takeLateInvoices, toldInvoices } from '../store/business/told-invoices.sql';
import { stepInvoice } from './business/invoices/move-invoice';
import { invoiceFor, invoicesOfSuppliers } from './business/invoices/view-invoices';
import { endShort } from './end-short';
import { askOwnInvoices, listOwnInvoices, moveOwnInvoice, viewOwnInvoices, wakeOwnInvoices } from './own-invoices';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => holding.closeSound(shop));

const accessOf = (order: PlacedOrder) => ({ personId: null, token: order.token });
const view = (order: PlacedOrder) => viewOwnInvoices(shop.database, order.id, accessOf(order));
const ask = (order: PlacedOrder, payer: { title: string; taxpayerNumber?: string } = { title: '个人' }) =>
  shop.does((tx) =>
    askOwnInvoices(tx, order.id, accessOf(order), {
      ...payer,
      supplierOrderIds: order.supplierOrders.map((part) => part.id),
    }),
  );
const atSupplier = async (order: PlacedOrder) =>
  (await invoicesOfSuppliers(shop.database, [order.supplierOrders[0]!.supplier.id], { limit: 24 })).data;
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });

test('each supplier is asked for its own part, once; taken back, another may be asked for', async () => {
  const order = await shop.paidOrder({ offer: await shop.offer({ priceFen: 1_000n }) }, { offer: await shop.offer() });
  expect((await view(order)).open).toHaveLength(2);
  const { data, open } = await ask(order);
  expect([data.length, open.length]).toEqual([2, 0]);
  expect(data.find(({ invoice }) => invoice.amount.amount === '1000')?.invoice).toMatchObject({
    ...{ organisation: null, title: '个人', kind: 'ordinary', state: 'requested', requestedBy: null },
    payer: { title: '个人', taxpayerNumber: '' },
    items: [{ purchaseNumber: order.number, acceptedOn: null, amount: yuan(1_000) }],
  });
  await expect(ask(order)).rejects.toMatchObject({ code: 'INVOICE_ASKED' });
  expect(await atSupplier(order)).toMatchObject([{ title: '个人', organisation: null }]);

  const wanted = { id: order.id, requestId: data[0]!.invoice.id };
  const withdraw = () => shop.does((tx) => moveOwnInvoice(tx, wanted, accessOf(order), { event: 'withdraw' }));
  const after = await withdraw();
  expect(after.open).toMatchObject([{ supplierOrderId: data[0]!.supplierOrderId }]);
  await expect(withdraw()).rejects.toMatchObject({ code: 'INVOICE_STATE' });
});

test('a company is named by its number, and a number that is nobody’s is refused', async () => {
  const order = await shop.paidOrder({ offer: await shop.offer() });
  const wrong = ask(order, { title: '示例公司', taxpayerNumber: '91350100M000100Y44' });
  await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  const { data } = await ask(order, { title: '示例公司', taxpayerNumber: '91350100M000100Y43' });
  expect(data).toMatchObject([{ invoice: { payer: { title: '示例公司', taxpayerNumber: '91350100M000100Y43' } } }]);
});

test('asked for with an order that was never paid, nobody issues it and nobody is late with it', async () => {
  const order = await shop.placedOrder({ offer: await shop.offer() });
  await ask(order);
  expect(await atSupplier(order)).toEqual([]);
  expect(await shop.does((tx) => tx.sql(takeLateInvoices, ['2099-01-01', 10, tx.now]))).toEqual([]);
  await shop.pay(order);
  expect(await atSupplier(order)).toMatchObject([{ state: 'requested' }]);
  expect(await shop.does((tx) => tx.sql(takeLateInvoices, ['2099-01-01', 10, tx.now]))).toMatchObject([
    { organisation_name: `订单 ${order.number} 的买家`, payers: [] },
  ]);
});

test('asked for before the payment its supplier hears of it, and has its days, from the payment on', async () => {
  const order = await shop.placedOrder({ offer: await shop.offer() });
  const { data } = await ask(order);
  const { id } = data[0]!.invoice;
  const supplier = { personId: newId(), supplierIds: [order.supplierOrders[0]!.supplier.id] };
  const told = () => shop.does((tx) => tx.sql(toldInvoices, [[id]]));
  const news = () =>
    shop.rows(`select payload ->> 'news' as news from platform.outbox_event where payload ->> 'requestId' = $1`, [id]);
  expect(await told()).toEqual([]);
  await expect(invoiceFor(shop.database, id, supplier)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await shop.setClock('2 days');
  await shop.pay(order);
  await shop.does((tx) => wakeOwnInvoices(tx, [order.id]));
  expect(await told()).toMatchObject([{ id }]);
  expect(await news()).toEqual([{ news: 'ask' }, { news: 'ask' }]);
  const { due_on: due } = await invoiceFor(shop.database, id, supplier);
  expect(due! > data[0]!.invoice.dueOn!).toBe(true);
});

test('three times a part in a day is enough', async () => {
  const order = await shop.paidOrder({ offer: await shop.offer() });
  const askAndTakeBack = async () => {
    const { data } = await ask(order);
    const wanted = { id: order.id, requestId: data[0]!.invoice.id };
    await shop.does((tx) => moveOwnInvoice(tx, wanted, accessOf(order), { event: 'withdraw' }));
  };
  for (let times = 0; times < 3; times += 1) await askAndTakeBack();
  await expect(ask(order)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await shop.setClock('25 hours');
  expect((await ask(order)).open).toEqual([]);
});

test('what was issued may be said to be wrong, and stays its supplier’s to put right when all of it is cancelled', async () => {
  const order = await shop.paidOrder({ offer: await shop.offer({ priceFen: 1_000n }) });
  const [part] = order.supplierOrders;
  const { data } = await ask(order);
  const requestId = data[0]!.invoice.id;
  const issue = (state: 'requested' | 'contested') =>
    shop.does(async (tx) => {
      await stepInvoice(tx, { id: requestId, state, event: 'issue' });
      await tx.sql(freezeItems, [requestId]);
    });
  await issue('requested');
  const wrong = { event: 'contest', reason: '抬头写错了' } as const;
  const { data: said } = await shop.does((tx) =>
    moveOwnInvoice(tx, { id: order.id, requestId }, accessOf(order), wrong),
  );
  expect(said).toMatchObject([{ invoice: { state: 'contested', reason: '抬头写错了' } }]);
  await issue('contested');

  const at = { supplierOrderId: part!.id, supplierIds: [part!.supplier.id], caseId: newId() };
  await shop.does((tx) => endShort(tx, at, { reason: 'soldOut', words: '' }));
  expect(await atSupplier(order)).toMatchObject([{ state: 'issued', correction: yuan(1_000) }]);
  expect(await shop.does((tx) => tx.sql(toldInvoices, [[requestId]]))).toMatchObject([{ id: requestId }]);
  expect(await shop.does((tx) => tx.sql(requestById, [requestId]))).toMatchObject([{ is_paid: true }]);
});

test('an account finds the invoices of all its orders, the newest first, and nobody else’s', async () => {
  const [person] = await shop.rows<{ id: string }>(
    `insert into identity.person (display_name) values ('买家') returning id`,
  );
  const list = (limit: number, cursor?: string) => listOwnInvoices(shop.database, person!.id, { limit, cursor });
  expect(await list(24)).toEqual({ data: [], nextCursor: null });
  const offer = await shop.offer({ priceFen: 1_000n });
  const orders = [await shop.paidOrder({ offer }), await shop.paidOrder({ offer }), await shop.paidOrder({ offer })];
  for (const order of orders) await ask(order);
  const own = orders.slice(0, 2);
  for (const order of own)
    await shop.rows('update ordering.customer_order set person_id = $2 where id = $1', [order.id, person!.id]);
  const first = await list(1);
  expect(first.data).toMatchObject([
    { orderId: own[1]!.id, orderNumber: own[1]!.number, invoice: { state: 'requested', amount: yuan(1_000) } },
  ]);
  expect(await list(1, first.nextCursor!)).toMatchObject({ data: [{ orderId: own[0]!.id }], nextCursor: null });
});

test('another’s order is not there', async () => {
  const order = await shop.paidOrder({ offer: await shop.offer() });
  const asked = viewOwnInvoices(shop.database, order.id, { personId: null, token: 'another-token-altogether' });
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
