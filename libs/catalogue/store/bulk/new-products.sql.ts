import { statement } from '@xihuo/platform';

/** Which of these names ($2) the supplier ($1) offers already. */
export const namesOffered = statement<{ name_zh: string }>(
  'catalogue.names_offered',
  `select distinct product.name_zh from catalogue.sku join catalogue.product on product.id = sku.product_id
    where sku.supplier_id = $1 and product.name_zh = any($2::text[])`,
);

/** Counties by code, by name, or by province and name. */
export const originsNamed = statement<{ word: string; codes: string[] }>(
  'catalogue.origins_named',
  `select word, array_agg(distinct region.code) as codes
     from unnest($1::text[]) as word
     join registry.region_v region
       on region.level = 'county' and (region.code = word or region.name = word or region.province_name || region.name = word)
    group by word`,
);

/** One writer at a time enters products of a supplier by table, so that no name comes twice. */
export const lockNewProducts = statement(
  'catalogue.lock_new_products',
  `select pg_advisory_xact_lock(hashtextextended('catalogue.new_products ' || $1::text, 0))`,
);
