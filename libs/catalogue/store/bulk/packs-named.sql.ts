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
  `with given as (
     select * from json_to_recordset($2::json) as row (at integer, product text, pack text)
   ), own as materialized (
     select sku.id as sku_id, sku.product_id, sku.pack, product.slug, product.name_zh
       from catalogue.sku join catalogue.product on product.id = sku.product_id where sku.supplier_id = $1
   )
   select at, sku_id, product_id from given join own on own.slug = given.product and own.pack = given.pack
   union
   select at, sku_id, product_id from given join own on own.name_zh = given.product and own.pack = given.pack`,
);
