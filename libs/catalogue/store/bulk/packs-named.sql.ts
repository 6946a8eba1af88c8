import { statement } from '@xihuo/platform';

export interface NamedPackRow {
  /** Place in what was asked, from 0. */
  at: number;
  sku_id: string;
  product_id: string;
}

/**
 * Packs of one supplier ($1) by its product's code or name and the pack's own words; $2 is [{ at, product, pack }]. A name that
 * two products of the supplier carry answers with a pack of each. Three looks into indexes a row, however much the supplier offers.
 */
export const packsNamedSql = statement<NamedPackRow>(
  'catalogue.packs_named',
  `select given.at, sku.id as sku_id, sku.product_id
     from json_to_recordset($2::json) as given (at integer, product text, pack text)
    cross join lateral (
       select id from catalogue.product where slug = given.product
        union
       select id from catalogue.product where name_zh = given.product) named
     join catalogue.sku on sku.product_id = named.id and sku.supplier_id = $1 and sku.pack = given.pack`,
);
