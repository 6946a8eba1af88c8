import type { dossiers, InputOf, machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Indication, PackFacts } from '../rules/dossier-facts';

type SupplierProduct = ResponseOf<'GET /suppliers/{supplierId}/products'>['data'][number];

export interface OwnProductRow {
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  category: SupplierProduct['category'];
  packs: { skuId: string; pack: string; priceFen: string }[];
  dossier_id: string | null;
  dossier_version: number | null;
  dossier_state: machines.DossierState | null;
  dossier_reason: string | null;
  recognition_id: string | null;
  recognition_state: machines.RecognitionState | null;
  recognised_until: string | null;
  may_sell: boolean;
  sale_banned_reason: string | null;
  /** Of the smallest picture that every browser shows. */
  photo_sha256: string | null;
}

/** Of the products that `own` names of supplier $1: their packs, and how far each is on its way to sale and mark. */
const waysOf = (own: string) => `
   select product.id as product_id, product.slug, product.name_zh, product.name_en, product.category, packs.packs,
          dossier.id as dossier_id, dossier.version as dossier_version, dossier.state as dossier_state,
          dossier.reason as dossier_reason, recognition.id as recognition_id, recognition.state as recognition_state,
          recognition.valid_until as recognised_until,
          coalesce(listing.may_sell, false) and product.sale_banned_reason is null
            and not exists (select from catalogue.unproven_words_v unproven
                             where unproven.supplier_id = $1 and unproven.product_id = product.id) as may_sell,
          product.sale_banned_reason,
          (select encode(rendition.sha256, 'hex')
             from catalogue.listing_content content
             join catalogue.picture on picture.id = (content.content -> 'pictures' ->> 0)::uuid and picture.state = 'ready'
             join catalogue.picture_rendition rendition on rendition.picture_id = picture.id and rendition.format = 'webp'
            where content.supplier_id = $1 and content.product_id = product.id
            order by rendition.width limit 1) as photo_sha256
     from (${own}) own
     join catalogue.product on product.id = own.product_id
    cross join lateral (
       select json_agg(json_build_object('skuId', id, 'pack', pack, 'priceFen', price_fen::text) order by price_fen, id) as packs
         from catalogue.sku where supplier_id = $1 and product_id = own.product_id) packs
     left join admission.product_dossier_v dossier
       on dossier.supplier_id = $1 and dossier.product_id = product.id
     left join admission.recognition_way_v recognition
       on recognition.supplier_id = $1 and recognition.product_id = product.id
     left join admission.listing_right_v listing on listing.supplier_id = $1 and listing.product_id = product.id`;

/** Own packs `sku` of supplier $1, narrowed by $4 a part of a name or an article number, or a code, and $5 whether it may be sold now; either may be null. */
export const NARROWED = `and ($4::text is null or sku.gtin = $4 or position(lower($4) in lower(sku.article_number)) > 0 or exists (
          select from catalogue.product named
           where named.id = sku.product_id
             and (position(lower($4) in lower(named.name_zh)) > 0 or position(lower($4) in lower(named.name_en)) > 0
                  or named.slug = $4)))
        and ($5::boolean is null or $5 = exists (
          select from admission.listing_right_v right_now join catalogue.product lawful on lawful.id = right_now.product_id
           where right_now.supplier_id = $1 and right_now.product_id = sku.product_id and right_now.may_sell
             and lawful.sale_banned_reason is null
             and not exists (select from catalogue.unproven_words_v unproven
                              where unproven.supplier_id = $1 and unproven.product_id = sku.product_id)))`;

/** $1 supplier, $2 product. A product is a supplier's own where it offers a pack of it. */
export const ownProduct = statement<OwnProductRow>(
  'catalogue.own_product',
  waysOf('select distinct product_id from catalogue.sku where supplier_id = $1 and product_id = $2'),
);

/** $1 supplier, behind $2 or from the newest, $3 of them at most, $4 a part of a name or a code or null, $5 whether it sells or null, $6 only what runs out. */
export const ownProductPage = statement<OwnProductRow>(
  'catalogue.own_product_page',
  `${waysOf(`
     select sku.product_id from catalogue.sku
      where sku.supplier_id = $1 and ($2::uuid is null or sku.product_id < $2)
        ${NARROWED}
        and (not $6::boolean or exists (
          select from catalogue.waiting_v waiting
           where waiting.what = 'runningOut' and waiting.supplier_id = $1 and waiting.product_id = sku.product_id))
      group by sku.product_id order by sku.product_id desc limit $3`)}
    order by product.id desc`,
);

/** What a product is, as a draft keeps it. */
export type ProductFacts = NonNullable<
  InputOf<'PUT /suppliers/{supplierId}/products/{productId}/dossier/facts'>['body']
>;

export interface DraftRow {
  form: dossiers.DossierForm;
  facts: ProductFacts | null;
  lot_code_prefix: string;
  saved_at: Date;
  row_version: number;
}

export const draftOf = statement<DraftRow>(
  'catalogue.dossier_draft_of',
  `select form, facts, lot_code_prefix, saved_at, row_version from catalogue.dossier_draft
    where supplier_id = $1 and product_id = $2`,
);
export const lockDraft = statement<DraftRow>(
  'catalogue.lock_dossier_draft',
  `select form, facts, lot_code_prefix, saved_at, row_version from catalogue.dossier_draft
    where supplier_id = $1 and product_id = $2 for update`,
);

/** $1 is [{ supplier_id, product_id }]; in one order, so that two senders wait for each other and not in a circle. */
export const lockDrafts = statement(
  'catalogue.lock_dossier_drafts',
  `select from catalogue.dossier_draft
    where (supplier_id, product_id) in (
      select supplier_id, product_id from json_to_recordset($1::json) as given (supplier_id uuid, product_id uuid))
    order by supplier_id, product_id for update`,
);

/** What nobody saved yet counts as version 1, so the first save makes the second. Somebody else's first save wins. */
export const insertDrafts = statement<{ supplier_id: string; product_id: string }>(
  'catalogue.insert_dossier_drafts',
  `insert into catalogue.dossier_draft (supplier_id, product_id, form, lot_code_prefix, saved_by, saved_at, row_version)
   select supplier_id, product_id, form, 'L' || nextval('catalogue.lot_code_prefix'), $2, $3, 2
     from json_to_recordset($1::json) as draft (supplier_id uuid, product_id uuid, form jsonb)
   on conflict (supplier_id, product_id) do nothing
   returning supplier_id, product_id`,
);

export const updateDraft = statement(
  'catalogue.update_dossier_draft',
  `update catalogue.dossier_draft set form = $3::jsonb, saved_by = $4, saved_at = $5, row_version = row_version + 1
    where supplier_id = $1 and product_id = $2`,
);

/** Null takes what was wanted back. */
export const setWantedFacts = statement(
  'catalogue.set_wanted_facts',
  `update catalogue.dossier_draft set facts = $3::jsonb, saved_by = $4, saved_at = $5, row_version = row_version + 1
    where supplier_id = $1 and product_id = $2`,
);

export interface FactsRow {
  supplier_id: string;
  product_id: string;
  reference: string;
  name_zh: string;
  name_en: string;
  category: ProductFacts['category'];
  region_code: string;
  region_name: string;
  sc_class: string | null;
  storage: ProductFacts['storage'];
  shelf_life_days: number | null;
  perishable: boolean;
  sale_banned_reason: string | null;
  gi_kinds: string[] | null;
  /** Names of all goods that a published register protects. */
  indications: Indication[];
  /** Of them those this supplier has a certificate for that is valid for this product today. */
  proven: string[];
  /** As the next version shall say it; null where the product stays what it is. */
  wanted: ProductFacts | null;
  wanted_region_name: string | null;
  /** Whether others sell it too. */
  shared: boolean;
  lot_code_prefix: string | null;
  packs: PackFacts[];
  /** Others' packs that may be sold now. */
  peers: PackFacts[];
}

const PACKS = `coalesce(json_agg(json_build_object('pack', pack, 'netGrams', net_grams::text, 'priceFen', price_fen::text)
                               order by price_fen, pack), '[]')`;

/** What catalogue knows of products that are sent down: their own packs, and what others ask for the same. */
export const dossierFacts = statement<FactsRow>(
  'catalogue.dossier_facts',
  `select given.supplier_id, given.product_id, product.reference, product.name_zh, product.name_en, product.category,
          product.region_code, origin.province_name || ' ' || origin.name as region_name, product.sc_class, product.storage,
          product.shelf_life_days, product.perishable, product.sale_banned_reason, product.gi_kinds, draft.facts as wanted,
          (select coalesce(json_agg(json_build_object('nameZh', name_zh, 'nameEn', name_en, 'kinds', kinds)), '[]')
             from catalogue.indication_in_force_v) as indications,
          array(select distinct scope from admission.certificate_v certificate
                 where certificate.supplier_id = given.supplier_id and certificate.product_id = given.product_id
                   and certificate.kind = 'geographicalIndication'
                   and certificate.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)) as proven,
          elsewhere.province_name || ' ' || elsewhere.name as wanted_region_name, draft.lot_code_prefix,
          exists (select from catalogue.sku where product_id = product.id and supplier_id <> given.supplier_id) as shared,
          (select ${PACKS} from catalogue.sku where product_id = product.id and supplier_id = given.supplier_id) as packs,
          (select ${PACKS} from catalogue.offer_v
            where product_id = product.id and supplier_id <> given.supplier_id and for_sale) as peers
     from json_to_recordset($1::json) as given (supplier_id uuid, product_id uuid)
     join catalogue.product on product.id = given.product_id
     left join registry.region_v origin on origin.code = product.region_code
     left join catalogue.dossier_draft draft using (supplier_id, product_id)
     left join registry.region_v elsewhere on elsewhere.code = draft.facts ->> 'regionCode'
    where exists (select from catalogue.sku where product_id = product.id and supplier_id = given.supplier_id)`,
);

export const sellerOf = statement<{ county_code: string }>(
  'catalogue.seller_of',
  `select supplier.county_code from registry.organisation_v supplier
    where supplier.id = $1 and exists (select from catalogue.sku where supplier_id = $1 and product_id = $2)`,
);
