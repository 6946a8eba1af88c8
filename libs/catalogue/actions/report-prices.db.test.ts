import { openShop, type Shop } from '@xihuo/testing';
import { catalogueParts } from '../catalogue-parts';
import { reportPrices } from './report-prices';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.rows(
    `insert into registry.policy (key, value, effective_from, source) values ('admission.peerToleranceBp', '3000', '2020-01-01', 'test')
       on conflict do nothing`,
  );
});
afterAll(() => shop.close());

it('a price above what three others ask, by weight and beyond what is tolerated, is told of who asks it', async () => {
  const dear = await shop.offer({ priceFen: 9_000n, grams: 500n });
  /** Another supplier's price of the same product. */
  const asks = async (priceFen: bigint) => {
    const { skuId, supplierId } = await shop.offer({ priceFen, grams: 1_000n });
    await shop.rows(
      `with listed as (
         insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
         values ($2, $3, 1, now(), 'test'))
       update catalogue.sku set product_id = $3 where id = $1`,
      [skuId, supplierId, dear.productId],
    );
  };
  await asks(10_000n);
  await asks(9_000n);
  await shop.does(reportPrices);
  expect(await shop.count('select count(*) from admission.signal')).toBe(0);
  await asks(11_000n);
  await shop.does(reportPrices);
  expect(await shop.rows('select supplier_id, kind, amount::text from admission.signal')).toEqual([
    { supplier_id: dear.supplierId, kind: 'priceAbovePeers', amount: '8000' },
  ]);
  expect(catalogueParts.jobs!.map(({ name }) => name)).toContain('catalogue.reportPrices');
});
