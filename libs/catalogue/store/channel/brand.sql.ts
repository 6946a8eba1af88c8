import { wasAndIs, type WasAndIs } from '../was-and-is';
import { statement } from '@xihuo/platform';
import { cardPage, cardsOf } from './cards.sql';

export interface BrandRow {
  id: string;
  row_version: number;
  slug: string;
  name_zh: string;
  name_en: string;
  story_zh: string;
  story_en: string;
  region_code: string;
  region_name: string;
  province_name: string;
  owner_name: string;
  mark_number: string;
  holders: number;
  products: number;
}

const TODAY = `(select (platform.business_now() at time zone 'Asia/Shanghai')::date)`;
const IN_FORCE = `licence.revoked_at is null and ${TODAY} between licence.valid_from and licence.valid_until`;
const BRAND = `
  select brand.id, brand.row_version, brand.slug, brand.name_zh, brand.name_en, brand.story_zh, brand.story_en, brand.region_code,
         region.name as region_name, region.province_name, brand.owner_name, brand.mark_number,
         (select count(distinct licence.supplier_id)::integer from catalogue.brand_licence licence
            join admission.supplier_standing_v standing on standing.supplier_id = licence.supplier_id and standing.may_sell
           where licence.brand_id = brand.id and ${IN_FORCE}) as holders,
         (select count(distinct bears.product_id)::integer from catalogue.brand_product_v bears
            join catalogue.offer_v on offer_v.product_id = bears.product_id and offer_v.supplier_id = bears.supplier_id
             and offer_v.for_sale
           where bears.brand_id = brand.id) as products
    from catalogue.brand join registry.region_v region on region.code = brand.region_code`;

/** $1 and $2 first and last code of a region, or null; $3 last id of the page before or null, $4 rows. */
export const brandList = statement<BrandRow>(
  'catalogue.brands',
  `${BRAND} where ($1::text is null or brand.region_code between $1 and $2)
     and ($3::uuid is null or (brand.region_code, brand.id)
                              > (select before.region_code, before.id from catalogue.brand before where before.id = $3))
   order by brand.region_code, brand.id limit $4`,
);
export const brandBySlug = statement<BrandRow>('catalogue.brand_by_slug', `${BRAND} where brand.slug = $1`);
export const brandById = statement<BrandRow>('catalogue.brand_by_id', `${BRAND} where brand.id = $1`);
export const lockBrand = statement<{ row_version: number; slug: string }>(
  'catalogue.lock_brand',
  'select row_version, slug from catalogue.brand where id = $1 for update',
);
export const insertBrand = statement<{ id: string }>(
  'catalogue.insert_brand',
  `insert into catalogue.brand (slug, name_zh, name_en, story_zh, story_en, region_code, owner_name, mark_number, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
);
export const updateBrand = statement<WasAndIs>(
  'catalogue.update_brand',
  `update catalogue.brand set slug = $1, name_zh = $2, name_en = $3, story_zh = $4, story_en = $5, region_code = $6, owner_name = $7,
                              mark_number = $8, row_version = row_version + 1 where id = $9
   ${wasAndIs({ slug: 'slug', name: { zh: 'name_zh', en: 'name_en' }, story: { zh: 'story_zh', en: 'story_en' }, regionCode: 'region_code', markNumber: 'mark_number' })}`,
);
/** What bears the mark, of those who may use it. */
const BEARS = `select bears.brand_id::text as key, bears.product_id, min(product.recommended_rank) as place,
          array_agg(bears.supplier_id) as sellers
     from catalogue.brand_product_v bears join catalogue.product on product.id = bears.product_id
    where bears.brand_id = $1 group by 1, 2`;
/** $1 brand, $2 cards. */
export const brandCards = cardsOf('catalogue.brand_cards', BEARS);
export const brandCardPage = cardPage('catalogue.brand_card_page', BEARS);

export interface LicenceRow {
  id: string;
  row_version: number;
  brand_id: string;
  supplier_id: string;
  supplier_name: string;
  county_name: string;
  product: { id: string; slug: string; name: { zh: string; en: string }; category: string } | null;
  valid_from: string;
  valid_until: string;
  evidence: string;
  state: 'coming' | 'inForce' | 'expired' | 'revoked';
  revoked_why: string | null;
  granted_at: Date;
}

const LICENCE = `
  select licence.id, licence.row_version, licence.brand_id, licence.supplier_id, supplier.name_zh as supplier_name,
         county.name as county_name,
         case when product.id is not null then json_build_object('id', product.id, 'slug', product.slug,
           'category', product.category, 'name', json_build_object('zh', product.name_zh, 'en', product.name_en)) end as product,
         licence.valid_from::text, licence.valid_until::text, licence.evidence,
         case when licence.revoked_at is not null then 'revoked' when ${TODAY} < licence.valid_from then 'coming'
              when ${TODAY} > licence.valid_until then 'expired' else 'inForce' end as state,
         licence.revoked_why, licence.granted_at
    from catalogue.brand_licence licence
    join registry.organisation_v supplier on supplier.id = licence.supplier_id
    join registry.region_v county on county.code = supplier.county_code
    left join catalogue.product on product.id = licence.product_id`;

/** Who may use the mark today, and may sell. */
export const holdersOf = statement<LicenceRow>(
  'catalogue.brand_holders',
  `${LICENCE}
     join admission.supplier_standing_v standing on standing.supplier_id = licence.supplier_id and standing.may_sell
    where licence.brand_id = $1 and ${IN_FORCE} order by supplier.name_zh, supplier.id, licence.id limit 500`,
);
/** $1 brand, $2 last id of the page before or null, $3 rows. */
export const licencesOf = statement<LicenceRow>(
  'catalogue.brand_licences',
  `${LICENCE} where licence.brand_id = $1 and ($2::uuid is null or licence.id < $2) order by licence.id desc limit $3`,
);
export const licenceById = statement<LicenceRow>('catalogue.licence_by_id', `${LICENCE} where licence.id = $1`);
export const lockLicence = statement<{ row_version: number; revoked_at: Date | null }>(
  'catalogue.lock_licence',
  'select row_version, revoked_at from catalogue.brand_licence where id = $1 for update',
);
/** Whether somebody is a supplier, and whether the product, if one is named, is among what it sells. */
export const mayHold = statement<{ supplier: boolean; product: boolean }>(
  'catalogue.may_hold_licence',
  `select exists (select from registry.organisation_v where id = $1
                    and kind in ('cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader')) as supplier,
          $2::uuid is null or exists (select from catalogue.sku where supplier_id = $1 and product_id = $2) as product`,
);
export const insertLicence = statement<{ id: string }>(
  'catalogue.insert_licence',
  `insert into catalogue.brand_licence (brand_id, supplier_id, product_id, valid_from, valid_until, evidence, granted_by, granted_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
);
export const revokeLicence = statement(
  'catalogue.revoke_licence',
  `update catalogue.brand_licence set revoked_by = $2, revoked_at = $3, revoked_why = $4, row_version = row_version + 1 where id = $1`,
);
