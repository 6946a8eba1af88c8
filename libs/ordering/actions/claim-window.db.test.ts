import { newId } from '@xihuo/platform';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { claimAfterSale } from './claim-after-sale';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

test('a window that is shortened later takes nothing from goods that were received before', async () => {
  const offer = await shop.offer({ perishable: true });
  const lots = new Map([[offer.productId, await shop.lot(offer, 1_000_000n)]]);
  const order = await shop.receivedOrder(lots, { offer });
  const part = order.supplierOrders[0]!;
  const photoId = newId();
  await shop.rows(
    `insert into ordering.after_sale_photo (file_id, order_id, sha256, uploaded_at) values ($1, $2, '\\x00', now())`,
    [photoId, order.id],
  );
  const claim = () =>
    shop.does((tx) =>
      claimAfterSale(
        tx,
        order.id,
        {
          ...{ supplierOrderId: part.id, kind: 'damage', reason: 'damaged', words: '', photoIds: [photoId] },
          lines: [{ lineId: part.lines[0]!.id, packs: 1 }],
        },
        { personId: null, token: order.token },
      ),
    );
  await shop.fromTomorrow('afterSale.perishableWindowDays', 1);
  await shop.setClock('49 hours');
  await expect(claim()).rejects.toMatchObject({ code: 'AFTER_SALE_NOT_POSSIBLE' });
  await shop.setClock('40 hours');
  await claim();
});
