import { search } from '@xihuo/catalogue';
import { statement } from '@xihuo/platform';
import type { SeedStep } from './step';

const coldGoods = statement<{ supplier_id: string; province_code: string }>(
  'seed.cold_goods',
  `select distinct sku.supplier_id, region.province_code
     from catalogue.sku_v sku
     join catalogue.product_v product on product.id = sku.product_id
     join registry.organisation_v supplier on supplier.id = sku.supplier_id
     join registry.region_v region on region.code = supplier.county_code
    where product.storage = 'frozen'`,
);
const east = statement<{ code: string }>(
  'seed.eastern_provinces',
  `select code from registry.region_v where level = 'province' and side = 'east'`,
);

/** Frozen goods go where the cold chain goes: to the East and within the own province. Everything else goes everywhere. */
export const deliveryAreas: SeedStep = {
  name: 'catalogue.deliveryAreas',
  daysAgo: 0,
  run: async (tx) => {
    const eastern = await tx.sql(east);
    const suppliers = await tx.sql(coldGoods);
    await search.loadDeliveryAreas(
      tx,
      suppliers.flatMap(({ supplier_id, province_code }) =>
        [...eastern.map(({ code }) => code), province_code].map((regionCode) => ({
          supplierId: supplier_id,
          regionCode,
        })),
      ),
    );
  },
};

/** Last of all: what the steps before brought in is found at once, not when the worker comes to it. */
export const searchIndex: SeedStep = {
  name: 'catalogue.searchIndex',
  daysAgo: 0,
  run: (tx) => search.indexAll(tx),
};
