import { statement } from '@xihuo/platform';

export interface NamedPackRow {
  /** Place in what was asked, from 0. */
  at: number;
  sku_id: string;
  product_id: string;
}

/**
 * Packs of one supplier ($1) by its product's code or name, or its own article number, and the pack's own words; $2 is [{ at, product, pack }]. A name that
 * two products of the supplier carry answers with a pack of each. Four looks into indexes a row, however much the supplier offers
 * and whatever is believed of it: the names come first and each is looked for by itself. Right after a table of ten thousand new
 * products the statistics still know a shop of a hundred, for which all of a supplier's packs beside all rows looks as cheap.
 */
export const packsNamedSql = statement<NamedPackRow>(
  'catalogue.packs_named',
  `with given as materialized (
     select at, product, pack from json_to_recordset($2::json) as given (at integer, product text, pack text)
   ), named as materialized (
     select given.at, given.pack, product.id
       from given cross join lateral (
         select id from catalogue.product where slug = given.product
          union
         select id from catalogue.product where name_zh = given.product
          union
         select product_id from catalogue.sku where supplier_id = $1 and article_number = given.product) product
   )
   select named.at, sku.id as sku_id, sku.product_id
     from named cross join lateral (
       select id, product_id from catalogue.sku
        where product_id = named.id and supplier_id = $1 and pack = named.pack offset 0) sku`,
);
