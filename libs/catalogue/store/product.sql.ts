import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { SourceFormat } from '../rules/picture-plan';
import { wholesaleOf, type WholesaleRow } from './wholesale';

type ProductView = ResponseOf<'GET /products/{slug}'>;

type Offer = ProductView['offers'][number];

/** A published photograph: each rendition by what it holds. */
export interface Photo {
  width: number;
  height: number;
  sources: { format: SourceFormat; width: number; sha256: string }[];
}

/** An offer as the database puts it together; amounts in fen, as text. */
export interface OfferRow extends Pick<
  Offer,
  'skuId' | 'supplier' | 'pack' | 'options' | 'gtin' | 'articleNumber' | 'stock' | 'forSale' | 'recognition' | 'labels'
> {
  priceFen: string;
  netGrams: string | null;
  wholesale: WholesaleRow;
  geographicalIndication: boolean;
  certificates: Omit<Offer['certificates'][number], 'status'>[];
  content: Partial<machines.listings.ListingContent>;
  /** In the order of its gallery. */
  pictures: Photo[];
}

export interface ProductRow {
  id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  description_zh: string;
  description_en: string;
  category: ProductView['category'];
  region_code: string;
  region_name: string;
  province_name: string;
  gi_kinds: string[] | null;
  gi_source: string | null;
  harvest_months: number[];
  shelf_life_days: number | null;
  storage: ProductView['storage'];
  perishable: boolean;
  sc_class: string | null;
  buyer_notice_zh: string | null;
  buyer_notice_en: string | null;
  sold_count: bigint;
  today: string;
  /** Days before its end from which a certificate counts as expiring. */
  expiring_days: number;
  ship_within_hours: number;
  claim_days: number;
  answer_hours: number;
  offers: OfferRow[];
}

/** Each offer with what stands behind it: tiers, own words, verified papers of product and supplier, labels, recognition. */
const OFFERS = `json_agg(json_build_object(
                'skuId', offer_v.sku_id,
                'supplier', json_build_object('id', supplier.id, 'name', supplier.name_zh, 'countyName', county.name),
                'priceFen', offer_v.price_fen::text,
                'netGrams', offer_v.net_grams::text,
                'pack', offer_v.pack,
                'options', offer_v.options,
                'gtin', offer_v.gtin,
                'articleNumber', offer_v.article_number,
                'stock', offer_v.stock_state,
                'forSale', offer_v.for_sale,
                'wholesale', ${wholesaleOf('offer_v.sku_id')},
                'labels', json_build_object('ownAccount', coalesce(label.own_account, false),
                                            'advertised', coalesce(label.advertised, false)),
                'geographicalIndication', exists (
                  select from catalogue.gi_right_v
                   where gi_right_v.product_id = product.id and gi_right_v.supplier_id = offer_v.supplier_id),
                'certificates', (
                  select coalesce(json_agg(json_build_object('kind', kind, 'number', number, 'issuer', nullif(issuer, ''), 'validUntil', valid_until,
                                           'pictureId', (select picture.id from admission.certificate_picture_v picture where picture.id = certificate.id))
                                           order by product_id nulls last, kind, valid_until desc), '[]')
                    from admission.certificate_v certificate
                   where certificate.supplier_id = offer_v.supplier_id
                     and (certificate.product_id = product.id
                          or certificate.product_id is null and kind in ('foodProductionLicence', 'foodOperationLicence'))
                     and kind not in ('businessLicence', 'mandate')),
                'content', coalesce(listing.content, '{}'),
                'pictures', (
                  select coalesce(json_agg(json_build_object('width', picture.width, 'height', picture.height, 'sources', (
                           select json_agg(json_build_object('format', format, 'width', rendition.width,
                                                             'sha256', encode(sha256, 'hex'))
                                           order by array_position(array['avif', 'webp', 'jpeg'], format), rendition.width)
                             from catalogue.picture_rendition rendition where picture_id = picture.id)) order by place), '[]')
                    from jsonb_array_elements_text(coalesce(listing.content -> 'pictures', '[]')) with ordinality
                           as named (id, place)
                    join catalogue.picture on picture.id = named.id::uuid and picture.state = 'ready'),
                'recognition', case when offer_v.for_sale and recognition.in_force then json_build_object(
                  'id', recognition.id, 'issuerKind', recognition.issuer_kind, 'issuerName', recognition.issuer_name,
                  'validUntil', recognition.valid_until) end)
              order by offer_v.for_sale desc, offer_v.price_fen, offer_v.sku_id)`;

/** A number of the rules in force today; for fresh and perishable goods another one. */
const rule = (key: string, perishable = key): string =>
  `(registry.policy_on(${key === perishable ? `'${key}'` : `case when product.perishable then '${perishable}' else '${key}' end`}, clock.today) #>> '{}')::integer`;

/** A product with the offers that were approved once; a banned one has no page, one whose offers are all shut keeps its own. */
export const productBySlugSql = statement<ProductRow>(
  'catalogue.product_by_slug',
  `select product.id, product.slug, product.name_zh, product.name_en, product.description_zh, product.description_en,
          product.category, product.region_code, origin.name as region_name, origin.province_name, indication.kinds as gi_kinds,
          indication.source as gi_source, product.harvest_months, product.shelf_life_days, product.storage, product.perishable,
          product.sc_class, product.buyer_notice_zh, product.buyer_notice_en, product.sold_count, clock.today::text, offer.offers,
          ${rule('catalogue.expiringDays')} as expiring_days, ${rule('fulfilment.shipWithinHours')} as ship_within_hours,
          ${rule('afterSale.windowDays', 'afterSale.perishableWindowDays')} as claim_days,
          ${rule('afterSale.answerHours', 'afterSale.freshAnswerHours')} as answer_hours
     from (select (platform.business_now() at time zone 'Asia/Shanghai')::date as today) clock
    cross join catalogue.product
     join registry.region_v origin on origin.code = product.region_code
     cross join lateral (
       select ${OFFERS} as offers
         from catalogue.offer_v
         join catalogue.sku on sku.id = offer_v.sku_id and sku.opened
         join registry.organisation_v supplier on supplier.id = offer_v.supplier_id
         join registry.region_v county on county.code = supplier.county_code
         left join catalogue.listing_content listing
           on listing.supplier_id = offer_v.supplier_id and listing.product_id = offer_v.product_id
         left join catalogue.listing_label_v label
           on label.supplier_id = offer_v.supplier_id and label.product_id = offer_v.product_id
         left join admission.recognition_v recognition
           on recognition.supplier_id = offer_v.supplier_id and recognition.product_id = offer_v.product_id
          and recognition.in_force
        where offer_v.product_id = product.id and offer_v.listed
     ) offer
    left join lateral (
       select kinds, source from catalogue.gi_right_v where gi_right_v.product_id = product.id order by supplier_id limit 1) indication on true
    where product.slug = $1 and product.sale_banned_reason is null and offer.offers is not null`,
);

/** New rows keep the order of the file: their ids are drawn in it, and newest first reads by id. */
export const insertProducts = statement<{ id: string; reference: string }>(
  'catalogue.insert_products',
  `with given as (
     select * from json_to_recordset($1::json) as product (
       reference text, slug text, name_zh text, name_en text, description_zh text, description_en text, category text,
       region_code text, gi_kinds text[], gi_source text, harvest_months smallint[], shelf_life_days integer, storage text,
       perishable boolean, sc_class text, regulatory_note text, sale_banned_reason text, buyer_notice_zh text,
       buyer_notice_en text)
   ), inserted as (
     insert into catalogue.product (reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
       gi_kinds, gi_source, harvest_months, shelf_life_days, storage, perishable, sc_class, regulatory_note,
       sale_banned_reason, buyer_notice_zh, buyer_notice_en)
     select * from given
     on conflict (reference) do nothing
     returning id, reference
   )
   select id, reference from inserted
   union all
   select known.id, known.reference from catalogue.product known join given using (reference)`,
);

export const insertSkus = statement<{ id: string; product_id: string; supplier_id: string; pack: string }>(
  'catalogue.insert_skus',
  `with given as (
     select * from json_to_recordset($1::json) as sku (
       product_id uuid, supplier_id uuid, pack text, net_grams bigint, price_fen bigint, wholesale_price_fen bigint,
       minimum_order_packs integer, order_step_packs integer, gtin text, article_number text)
   ), inserted as (
     insert into catalogue.sku
       (product_id, supplier_id, pack, net_grams, price_fen, wholesale_price_fen, minimum_order_packs, order_step_packs,
        gtin, article_number)
     select * from given
     on conflict (product_id, supplier_id, pack) do nothing
     returning id, product_id, supplier_id, pack
   )
   select id, product_id, supplier_id, pack from inserted
   union all
   select known.id, known.product_id, known.supplier_id, known.pack
     from catalogue.sku known join given using (product_id, supplier_id, pack)`,
);

/** Each category in turn, the best selling of it first; between equals the longer known one. */
export const rankProductsSql = statement<{ ranked: number }>(
  'catalogue.rank_products',
  `with place as (
     select id, row_number() over (partition by category order by sold_count desc, id) as round from catalogue.product
   ), ranked as (
     select place.id, row_number() over (order by round, hashtext(category || round), place.id) as rank
       from place join catalogue.product using (id)
   ), changed as (
     update catalogue.product set recommended_rank = ranked.rank
       from ranked where ranked.id = product.id and product.recommended_rank <> ranked.rank
     returning 1
   )
   select count(*)::integer as ranked from changed`,
);
