import { statement } from '@xihuo/platform';
import { promised } from '../listing/promised';

export interface OfferedName {
  name_zh: string;
  product_id: string;
  packs: string[];
  /** Something of it was approved, or waits for that: what comes now was seen by nobody. */
  listed: boolean;
}

/** Products of these names ($2) that the supplier ($1) offers already, the oldest of each, with their packs. */
export const namesOffered = statement<OfferedName>(
  'catalogue.names_offered',
  `select distinct on (product.name_zh) product.name_zh, product.id as product_id, own.packs, own.listed
     from (select distinct name from unnest($2::text[]) as name) wanted
     join catalogue.product on product.name_zh = wanted.name
     join lateral (
       select array_agg(sku.pack) as packs, bool_or(${promised('sku')}) as listed
         from catalogue.sku where sku.product_id = product.id and sku.supplier_id = $1) own on own.packs is not null
    order by product.name_zh, product.id`,
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
