import type { Statement } from '@xihuo/platform';
import { statement } from '@xihuo/platform';
import type { SearchQuery } from '../../rules/search/query';
import { FOR_SALE, Parameters, relevance } from './filter';

export interface SuggestionRow {
  kind: 'product' | 'supplier' | 'place';
  key: string;
  name: string;
  /** The English name of a product, the province of a place. */
  beside: string;
}

/** So many of each kind; a box has room for no more. */
const PRODUCTS = 6;
const OTHERS = 3;
/** So many are held against each other: a single letter begins half of all names. */
const CONSIDERED = 400;

/** Every group by one statement; who may not sell now is not proposed. */
export function suggestions(query: SearchQuery): { statement: Statement<SuggestionRow>; values: unknown[] } {
  const parameters = new Parameters();
  const terms = parameters.add(query.terms, 'tsquery');
  const names = (kind: string, beside: string, join: string, where: string) => `
    (select '${kind}' as kind, found.key, found.label as name, ${beside} as beside, fit::bigint, length(found.label) as place
       from (select key, label, names, ${relevance(query, parameters, 'names')} as fit from catalogue.search_name
              where kind = '${kind}' and terms @@ ${terms}) found ${join}
      where ${where} order by fit, length(found.label), found.label limit ${OTHERS})`;
  const text = `
    select kind, key, name, beside from (
      (select 'product' as kind, product.slug as key, product.name_zh as name, product.name_en as beside, found.fit, found.place
         from (select doc.product_id, ${relevance(query, parameters)} as fit, doc.recommended_rank as place
                 from (select * from catalogue.search_document doc where doc.terms @@ ${terms} limit ${CONSIDERED}) doc
                where ${FOR_SALE}
                order by fit, place limit ${PRODUCTS}) found
         join catalogue.product on product.id = found.product_id)
      union all ${names('supplier', "''", 'join admission.supplier_standing_v standing on standing.supplier_id = found.key::uuid', 'standing.may_sell')}
      union all ${names('place', 'region.province_name', 'join registry.region_v region on region.code = found.key', 'fit < 4')}
    ) proposed order by kind, fit, place`;
  return { statement: statement(`catalogue.suggestions`, text), values: parameters.values };
}
