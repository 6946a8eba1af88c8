import type { Statement } from '@xihuo/platform';
import { statement } from '@xihuo/platform';
import type { SearchQuery } from '../../rules/search/query';
import { forSale, Parameters, RIGHTS } from './filter';
import { relevance } from './relevance';

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

/**
 * A letter or two begin a third of all names: what the index holds of them is not read. Names in the recommended order are
 * gone through instead, so far, until enough of them begin so; the index is asked only where too few do, and then it has little.
 */
const GONE_THROUGH = 800;
const ENOUGH = 30;
const isWide = ({ wholes, words }: SearchQuery): boolean =>
  words.length === 1 && wholes.length === 1 && /^[a-z]{1,2}$/.test(words[0]!);

/** Some document of these may be sold at this instant, by this supplier if one is named. */
const sells = (where: string, supplier: string | null = null): string =>
  `exists (select from catalogue.search_document doc where ${where} and ${forSale(supplier)})`;
/** Of a place, by the column of its level: each has an index of its own, and ends with the first that sells. */
const SELLS_FROM = `case region.level
         when 'province' then ${sells('doc.province_code = found.key')}
         when 'prefecture' then ${sells('doc.prefecture_code = found.key')}
         else ${sells('doc.county_code = found.key')} end`;

/** Every group by one statement; who may not sell now is not proposed. */
export function suggestions(query: SearchQuery): { statement: Statement<SuggestionRow>; values: unknown[] } {
  const parameters = new Parameters();
  const terms = parameters.add(query.terms, 'tsquery');
  // In order before they are asked whether anything of theirs is for sale, so that only the first few are.
  const names = (kind: string, beside: string, join: string, where: string) => `
    (select '${kind}' as kind, found.key, found.label as name, ${beside} as beside, fit::bigint, found.long as place
       from (select key, label, length(label) as long, names, ${relevance(query, parameters, 'names')} as fit from catalogue.search_name
              where kind = '${kind}' and terms @@ ${terms} order by fit, long, label offset 0) found ${join}
      where ${where} order by fit, found.long, found.label limit ${OTHERS})`;
  const found = `select * from catalogue.search_document doc where doc.terms @@ ${terms}`;
  const wide = isWide(query);
  const considered = wide
    ? `select * from begins union all select * from (${found} and (select count(*) from begins) < ${PRODUCTS} limit ${CONSIDERED}) doc
        where doc.product_id not in (select product_id from begins)`
    : `select * from exact union all
        select * from (${found} limit ${CONSIDERED}) doc where doc.product_id not in (select product_id from exact)`;
  const begins = wide
    ? `, begins as materialized (
        select * from (select * from catalogue.search_document order by recommended_rank, product_id limit ${GONE_THROUGH}) doc
         where doc.names like ${parameters.add(`%|${query.words[0]!}%`, 'text')} limit ${ENOUGH})`
    : // Of more matches than are considered, the one that is called just so is among them.
      `, exact as materialized (
        select doc.* from catalogue.product named join catalogue.search_document doc on doc.product_id = named.id
         where named.name_zh = any (${parameters.add(query.wholes, 'text[]')}) limit ${PRODUCTS})`;
  // Who is held against each other is put in order first: only those that come first are asked whether they may be sold.
  const text = `with ${RIGHTS}${begins}
    select kind, key, name, beside from (
      (select 'product' as kind, product.slug as key, product.name_zh as name, product.name_en as beside, found.fit, found.place
         from (select doc.product_id, doc.fit, doc.place
                 from (select doc.product_id, doc.supplier_ids, doc.wants_certificate, ${relevance(query, parameters)} as fit, doc.recommended_rank as place
                         from (${considered}) doc
                        order by fit, place offset 0) doc
                where ${forSale()} limit ${PRODUCTS}) found
         join catalogue.product on product.id = found.product_id)
      union all ${names('supplier', "''", '', sells('doc.supplier_ids @> array[found.key::uuid]', 'found.key::uuid'))}
      union all ${names('place', 'region.province_name', 'join registry.region_v region on region.code = found.key', `fit < 4 and ${SELLS_FROM}`)}
    ) proposed order by kind, fit, place`;
  const name = wide ? 'catalogue.suggestions_wide' : 'catalogue.suggestions';
  return { statement: statement(name, text), values: parameters.values };
}
