import { statement } from '@xihuo/platform';

export interface NamedPackRow {
  /** Place in what was asked, from 0. */
  at: number;
  sku_id: string;
  product_id: string;
}

/**
 * Packs of one supplier ($1) by its product's code or name and the pack's own words; $2 is [{ at, product, pack }]. A name that
 * two products of the supplier carry answers with a pack of each.
 */
export const packsNamedSql = statement<NamedPackRow>(
  'catalogue.packs_named',
  `with given as materialized (
     select * from json_to_recordset($2::json) as row (at integer, product text, pack text)
   ), word as materialized (
     select distinct product as said from given
   ), named as (
     select said, product.id from word join catalogue.product on product.slug = said
     union
     select said, product.id from word join catalogue.product on product.name_zh = said
   ), own as materialized (
     select said, sku.id as sku_id, sku.product_id, sku.pack
       from named join catalogue.sku on sku.product_id = named.id and sku.supplier_id = $1
   )
   select at, sku_id, product_id from given join own on own.said = given.product and own.pack = given.pack`,
);
