import { openShop, type Shop } from '@xihuo/testing';
import { loadPayable } from './load-payable';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());

test('F17: whose right to sell ended between order and payment is not paid, and the line is named; what is paid stays paid', async () => {
  const [ended, other] = [await shop.offer(), await shop.offer()];
  const order = await shop.placedOrder({ offer: ended }, { offer: other });
  const paid = await shop.paidOrder({ offer: ended });
  const payable = (one: typeof order) =>
    shop.does((tx) => loadPayable(tx, one.id, { personId: null, token: one.token }));
  expect((await payable(order)).legs).toHaveLength(2);
  await shop.rows('update admission.certification set valid_until = $2 where supplier_id = $1', [
    ended.supplierId,
    '2020-06-30',
  ]);
  await expect(payable(order)).rejects.toMatchObject({
    code: 'PAYMENT_NOT_POSSIBLE',
    errors: [{ code: 'SKU_NOT_FOR_SALE', pointer: expect.stringMatching(/^\/lines\//) as string }],
  });
  expect((await payable(paid)).legs).toHaveLength(1);
  await shop.impose(other.supplierId, 'suspension');
  await expect(payable(order)).rejects.toMatchObject({ errors: [{}, {}] });
});
