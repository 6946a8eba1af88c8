import { statement } from '@xihuo/platform';

/** Candidates shown while somebody types; who does not find it types on. */
export const MOST = 20;
/** So many that answer are held against each other: a sign or two are in every second name. */
const CONSIDERED = 400;

export interface PickedProductRow {
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  category: string;
}

const PICKED = 'product.id as product_id, product.slug, product.name_zh, product.name_en, product.category';
/** One product, read by its id whatever there is of them. */
export const PRODUCT = (id: string): string =>
  `(select * from catalogue.product where product.id = ${id} offset 0) product`;
const NEAREST = (typed: string) =>
  `product.name_zh = ${typed} desc, length(product.name_zh), product.name_zh, product.id`;

/**
 * Products by what was typed, as the search reads it: $1 a query of the search or null. What was never approved for anybody is not
 * in its index; such a one is found by how its name begins, $2 as typed.
 */
export const CALLED = `
  (select doc.product_id as id from catalogue.search_document doc where doc.terms @@ $1::tsquery limit ${CONSIDERED})
   union
  (select id from catalogue.product
    where name_zh >= $2::text and name_zh < $2::text || chr(1114111) order by name_zh, id limit ${MOST})`;

/** $1, $2 as above. */
export const productsCalled = statement<PickedProductRow>(
  'catalogue.products_called',
  `select ${PICKED} from (${CALLED}) called cross join lateral ${PRODUCT('called.id')} order by ${NEAREST('$2::text')} limit ${MOST}`,
);

/** Before anything is typed: the first of the recommended order. */
export const productsFirst = statement<PickedProductRow>(
  'catalogue.products_first',
  `select ${PICKED} from catalogue.product order by product.recommended_rank, product.id limit ${MOST}`,
);

/** Of one supplier $2, by a part of the name $1, which may be empty. */
export const productsOfSupplier = statement<PickedProductRow>(
  'catalogue.products_of_supplier_named',
  `select ${PICKED}
     from (select distinct product_id as id from catalogue.sku where supplier_id = $2::uuid) own cross join lateral ${PRODUCT('own.id')}
    where position(lower($1::text) in lower(product.name_zh)) > 0 or position(lower($1::text) in lower(product.name_en)) > 0
    order by ${NEAREST('$1::text')} limit ${MOST}`,
);

/** Organisations by a part $1 of their name, by the pairs of signs in it. */
export const NAMED_ORGANISATIONS = (typed: string): string => `
  select id, name_zh from registry.organisation_v
   where (select registry.sought_grams(${typed}) <> '{}') and search_grams @> (select registry.sought_grams(${typed})) and position(registry.search_plain(${typed}) in search_plain) > 0 limit ${CONSIDERED}`;

/** $1 a part of the name. */
export const organisationsNamed = statement<{ id: string; name: string }>(
  'catalogue.organisations_named',
  `select id, name_zh as name from (${NAMED_ORGANISATIONS('$1::text')}) organisation
    order by name_zh = $1::text desc, length(name_zh), name_zh, id limit ${MOST}`,
);
