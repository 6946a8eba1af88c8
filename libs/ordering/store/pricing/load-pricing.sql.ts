import { statement } from '@xihuo/platform';
import type { FreightRate } from '../../rules/pricing/freight';
import type { Funder, PromotionKind, Stacking } from '../../rules/pricing/promotion';

/** Fen and counts of `bigint` come as text, since JSON numbers lose digits. */
interface OfferJson {
  skuId: string;
  supplierId: string;
  productId: string;
  category: string;
  storage: FreightRate['storage'];
  priceFen: string;
  grams: string | null;
}

export interface PromotionJson {
  id: string;
  kind: PromotionKind;
  supplierId: string | null;
  nameZh: string;
  nameEn: string;
  percentBp: number | null;
  thresholdFen: string | null;
  reductionFen: string | null;
  category: string | null;
  productIds: string[] | null;
  /** Of a campaign: what takes part. */
  skuIds: string[] | null;
  funders: Funder[];
  prices: { skuId: string; fen: string; left: number | null; each: number | null }[] | null;
}

export interface CouponJson extends PromotionJson {
  claimId: string;
  personId: string;
}

export interface PricingRow {
  offers: OfferJson[] | null;
  /** Which template holds for whom. */
  templates: { id: string; supplierId: string }[] | null;
  areas: { supplierId: string; codes: string[] }[] | null;
  promotions: PromotionJson[] | null;
  coupons: CouponJson[] | null;
  stacking: Stacking;
  /** Prices for organisations; null where none was asked for. */
  tiers: { skuId: string; minimumPacks: number; priceFen: string }[] | null;
}

const PROMOTION = `'id', promotion.id, 'kind', promotion.kind, 'supplierId', promotion.supplier_id, 'nameZh', promotion.name_zh,
  'nameEn', promotion.name_en, 'percentBp', promotion.percent_bp, 'thresholdFen', promotion.threshold_fen::text,
  'reductionFen', promotion.reduction_fen::text, 'category', promotion.category, 'productIds', promotion.product_ids,
  'skuIds', null, 'funders', promotion.funders`;

/**
 * Everything that prices depend on but the quantities, of a set of packs, in one statement however many they are: offers,
 * the freight templates that hold, areas, what runs for them, coupons, and the setting by which discounts combine.
 * $1 packs, $2 now, $3 coupons that were chosen, or null for all that $4 (a person) holds; of several buyers only the chosen. Of packs
 * limited a person what $4 had before is taken off; of several buyers `takesOfBuyers` says it.
 * What a pack costs does not hang on the right to sell it, which whoever shows or sells it asks once, for itself.
 * $5 says whether the prices for organisations are wanted too. Asked after the stock of the packs is locked it sees every pack that was sold at a price before.
 */
export const loadPricingSql = statement<PricingRow>(
  'ordering.load_pricing',
  `with offer as materialized (
     select sku.id as sku_id, sku.supplier_id, sku.product_id, product.category, product.storage, sku.price_fen, sku.net_grams
       from catalogue.sku_v sku join catalogue.product_v product on product.id = sku.product_id
      where sku.id = any ($1::uuid[])
   ), supplier as materialized (
     select distinct supplier_id from offer
   ), running as materialized (
     select * from ordering.promotion
      where state = 'published' and starts_at <= $2 and ends_at > $2
        and (supplier_id is null or supplier_id in (select supplier_id from supplier))
   )
   select
     (select json_agg(json_build_object('skuId', sku_id, 'supplierId', supplier_id, 'productId', product_id, 'category', category,
               'storage', storage, 'priceFen', price_fen::text, 'grams', net_grams::text)) from offer) as offers,
     (select json_agg(json_build_object('id', template.id, 'supplierId', supplier.supplier_id))
        from supplier cross join lateral (
          select id from ordering.freight_template
           where supplier_id = supplier.supplier_id and effective_from <= $2 order by effective_from desc limit 1) template) as templates,
     (select json_agg(json_build_object('supplierId', area.supplier_id, 'codes', area.codes))
        from (select supplier_id, json_agg(region_code) as codes from catalogue.delivery_area_v
               where supplier_id in (select supplier_id from supplier) group by supplier_id) area) as areas,
     (select json_agg(one) from (
        select json_build_object(${PROMOTION}, 'prices', (
                 select json_agg(json_build_object('skuId', price.sku_id, 'fen', price.price_fen::text,
                          'left', price.packs_most - price.taken, 'each', price.packs_each - coalesce((
                            select sum(had.packs - had.back_packs) from ordering.promotion_take had
                             where had.promotion_id = price.promotion_id and had.sku_id = price.sku_id and had.person_id = $4::uuid), 0)))
                   from ordering.promotion_price price
                  where price.promotion_id = promotion.id and price.sku_id = any ($1::uuid[]))) as one
          from running promotion where promotion.kind <> 'coupon'
        union all
        select json_build_object('id', discount.id,
                 'kind', case discount.kind when 'percentOff' then 'campaignPrice' else 'fullReduction' end, 'supplierId', null,
                 'nameZh', discount.name_zh, 'nameEn', discount.name_en, 'percentBp', discount.percent_bp,
                 'thresholdFen', discount.threshold_fen::text, 'reductionFen', discount.reduction_fen::text,
                 'category', discount.category, 'productIds', null, 'skuIds', taking_part.sku_ids, 'funders', discount.funders,
                 'prices', null)
          from catalogue.campaign_v campaign
          join catalogue.campaign_discount_v discount on discount.campaign_id = campaign.id
         cross join lateral (
           select json_agg(offer.sku_id) as sku_ids
             from offer join catalogue.campaign_product_v takes_part on takes_part.campaign_id = campaign.id
              and takes_part.supplier_id = offer.supplier_id and takes_part.product_id = offer.product_id) taking_part
         where campaign.running and taking_part.sku_ids is not null) every) as promotions,
     (select json_agg(json_build_object(${PROMOTION}, 'prices', null, 'claimId', coupon.id, 'personId', coupon.person_id))
        from ordering.coupon join running promotion on promotion.id = coupon.promotion_id
       where coupon.order_id is null
         and coupon.id in (select unnest($3::uuid[])
                            union all select id from ordering.coupon where $3::uuid[] is null and person_id = $4::uuid)) as coupons,
     case when $5::boolean then (
       select json_agg(json_build_object('skuId', tier.sku_id, 'minimumPacks', tier.minimum_packs, 'priceFen', tier.price_fen::text))
         from catalogue.price_tier_v tier where tier.sku_id = any ($1::uuid[])) end as tiers,
     registry.policy_on('promotion.stacking', ($2::timestamptz at time zone 'Asia/Shanghai')::date) as stacking`,
);

/** Templates by their ids; what is known of one holds for good. */
export const freightTemplatesById = statement<{ id: string; assumed_grams: number; rates: Record<string, unknown>[] }>(
  'ordering.freight_templates_by_id',
  'select id, assumed_grams, rates from ordering.freight_template where id = any ($1::uuid[])',
);

/** Coupons are locked in id order before they are read: one is used by one order. */
export const lockCoupons = statement(
  'ordering.lock_coupons',
  'select id from ordering.coupon where id = any ($1::uuid[]) order by id for update',
);

export interface TakeRow {
  promotion_id: string;
  sku_id: string;
  person_id: string | null;
  phone_index: Buffer | null;
  packs: number;
}

/** What these accounts ($2) and phones ($3) have at the prices of promotions ($1) and have not given back. Asked after the stock of the packs is locked. */
export const takesOfBuyers = statement<TakeRow>(
  'ordering.takes_of_buyers',
  `select promotion_id, sku_id, person_id, phone_index, packs - back_packs as packs
     from ordering.promotion_take
    where promotion_id = any ($1::uuid[]) and packs > back_packs
      and (person_id = any ($2::uuid[]) or phone_index = any ($3::bytea[]))`,
);
