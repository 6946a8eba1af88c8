import { statement } from '@xihuo/platform';

/** Candidates shown while somebody types; who does not find it types on. */
const MOST = 20;

export interface PickedProductRow {
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  category: string;
}

/** $1 a part of the name, $2 a supplier or null. */
export const productsNamed = statement<PickedProductRow>(
  'catalogue.products_named',
  `select product.id as product_id, product.slug, product.name_zh, product.name_en, product.category
     from catalogue.product
    where (position(lower($1::text) in lower(product.name_zh)) > 0 or position(lower($1::text) in lower(product.name_en)) > 0)
      and ($2::uuid is null or exists (select from catalogue.offer_v
             where offer_v.product_id = product.id and offer_v.supplier_id = $2::uuid))
    order by product.name_zh = $1::text desc, length(product.name_zh), product.name_zh, product.id limit ${MOST}`,
);

/** $1 a part of the name. */
export const organisationsNamed = statement<{ id: string; name: string }>(
  'catalogue.organisations_named',
  `select organisation.id, organisation.name_zh as name from registry.organisation_v organisation
    where position($1::text in organisation.name_zh) > 0
    order by organisation.name_zh = $1::text desc, length(organisation.name_zh), organisation.name_zh, organisation.id
    limit ${MOST}`,
);
