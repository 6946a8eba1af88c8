import { statement } from '@xihuo/platform';

/** Which of these names ($2) the supplier ($1) offers already. */
export const namesOffered = statement<{ name_zh: string }>(
  'catalogue.names_offered',
  `select distinct product.name_zh
     from unnest($2::text[]) as wanted (name) join catalogue.product on product.name_zh = wanted.name
    where exists (select from catalogue.sku where sku.product_id = product.id and sku.supplier_id = $1)`,
);

/** Which of these barcode numbers ($2) and article numbers ($3) packs of the supplier ($1) carry already. */
export const numbersTaken = statement<{ gtin: string | null; article_number: string | null }>(
  'catalogue.numbers_taken',
  `select gtin, null as article_number from catalogue.sku where supplier_id = $1 and gtin = any ($2::text[])
   union all
   select null, article_number from catalogue.sku where supplier_id = $1 and article_number = any ($3::text[])`,
);

/** Counties by code, by name, or by province and name: three joins by equality, since one by "or" compares all with all. */
export const originsNamed = statement<{ word: string; codes: string[] }>(
  'catalogue.origins_named',
  `with county as materialized (select code, name, province_name from registry.region_v where level = 'county'),
        wanted as materialized (select word from unnest($1::text[]) as word)
   select word, array_agg(distinct code) as codes
     from (select word, code from wanted join county on county.code = word
           union all select word, code from wanted join county on county.name = word
           union all select word, code from wanted join county on county.province_name || county.name = word) as found
    group by word`,
);

/** One writer at a time enters products of a supplier by table, so that no name comes twice. */
export const lockNewProducts = statement(
  'catalogue.lock_new_products',
  `select pg_advisory_xact_lock(hashtextextended('catalogue.new_products ' || $1::text, 0))`,
);
