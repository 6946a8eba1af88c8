import { openProductDesk, type ProductDesk } from '@xihuo/testing';

let desk: ProductDesk;
beforeAll(async () => {
  desk = await openProductDesk();
});
afterAll(() => desk?.close());

test('what a system sends is frozen with the price that was being written, not with the one before', async () => {
  const seller = await desk.seller({ priceFen: 1_990n });
  await desk.rows('insert into catalogue.listing_content (supplier_id, product_id) values ($1, $2)', [
    seller.supplierId,
    seller.productId,
  ]);
  // Somebody sets a price: inside the lock of the listing, and not yet committed.
  const commit = await desk.hold(
    `select from catalogue.listing_content where supplier_id = '${seller.supplierId}' for update;
     update catalogue.sku set price_fen = 2590 where supplier_id = '${seller.supplierId}'`,
  );
  const sending = desk.sent(seller);
  await desk.untilWaiting(1);
  await commit();
  const id = await sending;
  const [sent] = await desk.rows<{ fen: string }>(
    `select evidence -> 'dossier' -> 'packs' -> 0 ->> 'priceFen' as fen from admission.product_dossier where id = $1`,
    [id],
  );
  expect(sent!.fen).toBe('2590');
});
