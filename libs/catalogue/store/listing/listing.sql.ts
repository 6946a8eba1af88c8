import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { WordRule } from '../../rules/listing/check-text';
import { promised } from './promised';

type Stock = ResponseOf<'GET /products/{slug}'>['offers'][number]['stock'];

export interface ListingRow {
  supplier_id: string;
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  description_zh: string;
  description_en: string;
  harvest_months: number[];
  county_code: string;
  supplier_name: string;
  content: Partial<machines.listings.ListingContent>;
  row_version: number;
  shared: boolean;
  /** Its words want a certificate that is not valid today: it is off sale until they have one. */
  unproven: boolean;
  /** Geographical indications its name holds for which there is none. */
  unproven_indications: string[];
  /** Kinds of certificates that are valid for it today. */
  certificates: string[];
  packs: {
    skuId: string;
    pack: string;
    netGrams: string | null;
    options: { name: string; value: string }[];
    gtin: string | null;
    articleNumber: string | null;
    priceFen: string;
    referenceFen: string;
    listed: boolean;
    tiers: { minimumPacks: number; priceFen: string }[];
    minimumOrderPacks: number;
    orderStepPacks: number;
    opened: boolean;
    stock: Stock;
  }[];
}

const TODAY = `(select (platform.business_now() at time zone 'Asia/Shanghai')::date)`;

/** $1 supplier, $2 product. A product is a supplier's own where it offers a pack of it. */
export const listingOf = statement<ListingRow>(
  'catalogue.listing_of',
  `select supplier.id as supplier_id, product.id as product_id, product.slug, product.name_zh, product.name_en,
          product.description_zh, product.description_en, product.harvest_months, supplier.county_code, supplier.name_zh as supplier_name,
          coalesce(listing.content, '{}') as content, coalesce(listing.row_version, 1) as row_version,
          exists (select from catalogue.sku where product_id = product.id and supplier_id <> supplier.id) as shared,
          exists (select from catalogue.unproven_words_v unproven
                   where unproven.supplier_id = supplier.id and unproven.product_id = product.id) as unproven,
          array(select indication from catalogue.unproven_indication_v unproven
                 where unproven.supplier_id = supplier.id and unproven.product_id = product.id order by 1) as unproven_indications,
          array(select distinct kind from admission.certificate_v
                 where supplier_id = supplier.id and product_id = product.id and valid_until >= ${TODAY}
                 order by kind) as certificates,
          own.packs
     from registry.organisation_v supplier
     join catalogue.product on product.id = $2
     left join catalogue.listing_content listing
       on listing.supplier_id = supplier.id and listing.product_id = product.id
     cross join lateral (
       select json_agg(json_build_object('skuId', sku.id, 'pack', sku.pack, 'netGrams', sku.net_grams::text,
                'options', sku.options, 'gtin', sku.gtin, 'articleNumber', sku.article_number, 'priceFen', sku.price_fen::text,
                'referenceFen', coalesce(sku.reference_price_fen, sku.price_fen)::text,
                'listed', ${promised('sku')}, 'opened', sku.opened,
                'tiers', (select coalesce(json_agg(json_build_object('minimumPacks', minimum_packs, 'priceFen', price_fen::text)
                                                   order by minimum_packs), '[]')
                            from catalogue.price_tier where sku_id = sku.id),
                'minimumOrderPacks', sku.minimum_order_packs, 'orderStepPacks', sku.order_step_packs,
                'stock', sku.stock_state) order by sku.price_fen, sku.id) as packs
         from catalogue.sku
        where sku.supplier_id = supplier.id and sku.product_id = product.id
     ) own
    where supplier.id = $1 and own.packs is not null`,
);

/** Its first row, so that there is something to lock. */
export const openListing = statement(
  'catalogue.open_listing',
  `insert into catalogue.listing_content (supplier_id, product_id) values ($1, $2) on conflict do nothing`,
);
export const lockListing = statement<{ row_version: number }>(
  'catalogue.lock_listing',
  `select row_version from catalogue.listing_content where supplier_id = $1 and product_id = $2 for update`,
);
/** Opens and locks the listings of many; $1 is [{ supplier_id, product_id }]. An update that changes nothing is a lock that also opens. */
export const lockListings = statement(
  'catalogue.lock_listings',
  `insert into catalogue.listing_content as listing (supplier_id, product_id)
   select distinct supplier_id, product_id
     from json_to_recordset($1::json) as given (supplier_id uuid, product_id uuid) order by supplier_id, product_id
   on conflict (supplier_id, product_id) do update set row_version = listing.row_version`,
);
export const moveListing = statement(
  'catalogue.move_listing',
  `update catalogue.listing_content set row_version = row_version + 1 where supplier_id = $1 and product_id = $2`,
);
export const publishContent = statement(
  'catalogue.publish_content',
  `update catalogue.listing_content set content = content || $3::jsonb, published_at = $4
    where supplier_id = $1 and product_id = $2`,
);

export const rulesInForce = statement<{ version: string; rules: WordRule[] }>(
  'catalogue.word_rules_in_force',
  `select version, rules from catalogue.word_rules where effective_from <= ${TODAY} order by effective_from desc limit 1`,
);

/** Looks published words through once a new version of the rules is in force. */
export const followWordRules = statement<{ looked: boolean }>(
  'catalogue.follow_word_rules',
  'select catalogue.follow_word_rules() as looked',
);

/** Prices of packs, in id order; `looked` where people looked at them, which small moves are measured from then on. */
export const setSkuPrices = statement<{ id: string }>(
  'catalogue.set_sku_prices',
  `with given as (
     select * from json_to_recordset($1::json) as price (sku_id uuid, price_fen bigint, looked boolean)
   ), locked as (
     select sku.id, sku.price_fen from catalogue.sku join given on given.sku_id = sku.id order by sku.id for update of sku
   )
   update catalogue.sku
      set reference_price_fen = case when given.looked then given.price_fen
                                     else coalesce(reference_price_fen, sku.price_fen) end,
          price_fen = given.price_fen
     from given join locked on locked.id = given.sku_id
    where sku.id = given.sku_id returning sku.id`,
);

export const dropTiers = statement(
  'catalogue.drop_tiers',
  'delete from catalogue.price_tier where sku_id = any($1::uuid[])',
);
export const insertTiers = statement(
  'catalogue.insert_tiers',
  `insert into catalogue.price_tier (sku_id, minimum_packs, price_fen)
   select sku_id, minimum_packs, price_fen
     from json_to_recordset($1::json) as tier (sku_id uuid, minimum_packs integer, price_fen bigint)
   on conflict (sku_id, minimum_packs) do nothing`,
);

export const namePackRow = statement<{ id: string }>(
  'catalogue.name_pack',
  `update catalogue.sku set gtin = $4, options = $5::jsonb, minimum_order_packs = $6, order_step_packs = $7, article_number = $8
    where id = $3 and supplier_id = $1 and product_id = $2 returning id`,
);
export const setOptions = statement<{ id: string }>(
  'catalogue.set_options',
  `update catalogue.sku set options = given.options
     from json_to_recordset($3::json) as given (sku_id uuid, options jsonb)
    where sku.id = given.sku_id and sku.supplier_id = $1 and sku.product_id = $2 returning sku.id`,
);
/** None where the supplier has such a pack of the product already. */
export const addPackRow = statement<{ id: string }>(
  'catalogue.add_pack',
  `insert into catalogue.sku (supplier_id, product_id, pack, net_grams, price_fen, gtin, options, minimum_order_packs,
                              order_step_packs, opened, article_number)
   values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11)
   on conflict (product_id, supplier_id, pack) do nothing returning id`,
);
/** From now on they sell, at the price that was looked at. */
export const openPacks = statement<{ id: string }>(
  'catalogue.open_packs',
  `update catalogue.sku set opened = true, reference_price_fen = price_fen
    where supplier_id = $1 and product_id = $2 and id = any($3::uuid[]) and not opened returning id`,
);
/** One writer at a time takes a number of a supplier. */
export const lockGtin = statement(
  'catalogue.lock_gtin',
  `select pg_advisory_xact_lock(hashtextextended('catalogue.gtin ' || $1::text || ' ' || $2::text, 0))`,
);
export const gtinTaken = statement<{ id: string }>(
  'catalogue.gtin_taken',
  'select id from catalogue.sku where supplier_id = $1 and gtin = $2 and id is distinct from $3',
);

export const peopleActingFor = statement<{ person_id: string }>(
  'catalogue.people_acting_for',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $1 order by person_id`,
);
export const reviewersOf = statement<{ person_id: string }>(
  'catalogue.reviewers_of',
  `select distinct person_id from identity.role_grant_v
    where role = 'reviewer' and $1 like coalesce(jurisdiction, '') || '%' order by person_id`,
);
