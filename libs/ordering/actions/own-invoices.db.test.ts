import { holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { takeLateInvoices } from '../store/business/told-invoices.sql';
import { invoicesOfSuppliers } from './business/invoices/view-invoices';
import { askOwnInvoices, viewOwnInvoices, withdrawOwnInvoice } from './own-invoices';

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
  const after = await shop.does((tx) => withdrawOwnInvoice(tx, wanted, accessOf(order)));
  expect(after.open).toMatchObject([{ supplierOrderId: data[0]!.supplierOrderId }]);
  await expect(shop.does((tx) => withdrawOwnInvoice(tx, wanted, accessOf(order)))).rejects.toMatchObject({
    code: 'INVOICE_STATE',
  });
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

test('another’s order is not there', async () => {
  const order = await shop.paidOrder({ offer: await shop.offer() });
  const asked = viewOwnInvoices(shop.database, order.id, { personId: null, token: 'another-token-altogether' });
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
