import { newId } from '@xihuo/platform';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { endShort } from './end-short';
import { loadPayable } from './load-payable';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

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

test('F17: where the right ends after the payment, what was made while it held is sent; what was made later is not, and is paid back', async () => {
  const offer = await shop.offer();
  const [before, after] = [await shop.lot(offer, 5_000n), await shop.lot(offer, 5_000n)];
  await shop.rows(`update trace.lot set produced_on = '2026-11-02' where id = $1`, [after]);
  const [first, second] = [await shop.paidOrder({ offer }), await shop.paidOrder({ offer, quantity: 2 })];
  const send = (order: typeof first, lotId: string) => shop.ship(order, new Map([[offer.productId, lotId]]));
  const mayLeave = () =>
    shop.rows<{ id: string }>('select id from trace.shippable_lot_v where supplier_id = $1', [offer.supplierId]);
  await shop.rows(`update admission.certification set valid_until = '2026-11-01' where supplier_id = $1`, [
    offer.supplierId,
  ]);
  await expect(send(first, after)).rejects.toMatchObject({ code: 'LOT_AFTER_RIGHT' });
  expect(await mayLeave()).toEqual([{ id: before }]);
  await send(first, before);

  await expect(send(second, after)).rejects.toMatchObject({ code: 'LOT_AFTER_RIGHT' });
  const [part] = second.supplierOrders;
  const at = { supplierOrderId: part!.id, supplierIds: [offer.supplierId], caseId: newId() };
  await shop.does((tx) => endShort(tx, at, { reason: 'soldOut', words: '' }));
  expect(await shop.rows('select amount_fen from payment.refund where supplier_order_id = $1', [part!.id])).toEqual([
    { amount_fen: part!.amount.amount },
  ]);
  // Once it is certified anew, what lies there may leave again.
  await shop.rows(`update admission.certification set valid_until = '2099-01-01' where supplier_id = $1`, [
    offer.supplierId,
  ]);
  expect(await mayLeave()).toHaveLength(2);
});
