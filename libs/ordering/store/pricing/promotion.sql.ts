import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface PromotionRow {
  id: string;
  kind: (typeof machines.carting.PROMOTION_KINDS)[number];
  state: machines.PromotionState;
  name_zh: string;
  name_en: string;
  starts_at: Date;
  ends_at: Date;
  percent_bp: number | null;
  threshold_fen: bigint | null;
  reduction_fen: bigint | null;
  category: string | null;
  products: { id: string; name: string }[] | null;
  prices: {
    skuId: string;
    name: string;
    pack: string;
    priceFen: string;
    packsMost: number | null;
    packsEach: number | null;
    taken: number;
  }[];
  funders: { kind: 'supplier' | 'platform' | 'organisation'; name: string | null; shareBp: number }[];
  claims_most: number | null;
  claims_each: number;
  claimed: number;
  given_fen: bigint;
  supplier_id: string | null;
  drafted_by: string | null;
}

const PROMOTION = `
  select promotion.id, promotion.kind, promotion.state, promotion.name_zh, promotion.name_en, promotion.starts_at, promotion.ends_at,
         promotion.percent_bp, promotion.threshold_fen, promotion.reduction_fen, promotion.category, promotion.claims_most,
         promotion.claims_each, promotion.claimed, promotion.supplier_id, promotion.drafted_by,
         (select jsonb_agg(jsonb_build_object('id', product.id, 'name', product.name_zh) order by product.name_zh)
            from catalogue.product_v product where product.id = any (promotion.product_ids)) as products,
         (select coalesce(jsonb_agg(jsonb_build_object('skuId', price.sku_id, 'name', sku.name_zh, 'pack', sku.pack,
                   'priceFen', price.price_fen::text, 'packsMost', price.packs_most, 'packsEach', price.packs_each,
                   'taken', price.taken) order by sku.name_zh, sku.pack), '[]')
            from ordering.promotion_price price join catalogue.sku_v sku on sku.id = price.sku_id
           where price.promotion_id = promotion.id) as prices,
         (select jsonb_agg(jsonb_build_object('kind', funder ->> 'kind', 'shareBp', (funder ->> 'shareBp')::integer,
                   'name', organisation.name_zh) order by place)
            from jsonb_array_elements(promotion.funders) with ordinality as one (funder, place)
            left join registry.organisation_v organisation on organisation.id = (funder ->> 'organisationId')::uuid) as funders,
         (select coalesce(sum(told.discount_fen), 0)::bigint from ordering.line_discount told
            join ordering.order_line line on line.id = told.line_id
            join ordering.supplier_order part on part.id = line.supplier_order_id
           where told.promotion_id = promotion.id and part.state <> 'cancelled') as given_fen
    from ordering.promotion`;

/** $1 supplier, or null for the platform's; $2 the last id of the page before or null; $3 rows. */
export const promotionsOfSupplier = statement<PromotionRow>(
  'ordering.promotions_of_supplier',
  `${PROMOTION} where promotion.supplier_id is not distinct from $1::uuid and ($2::uuid is null or promotion.id < $2)
   order by promotion.id desc limit $3`,
);
export const promotionById = statement<PromotionRow>(
  'ordering.promotion_by_id',
  `${PROMOTION} where promotion.id = $1 and promotion.supplier_id is not distinct from $2::uuid`,
);
export const lockPromotion = statement(
  'ordering.lock_promotion',
  'select id from ordering.promotion where id = $1 for update',
);

/** $1..$16: id, supplier, kind, names, from, to, percent, threshold, reduction, category, products, funders, claims, who, now. */
export const insertPromotion = statement(
  'ordering.insert_promotion',
  `insert into ordering.promotion (id, supplier_id, kind, name_zh, name_en, starts_at, ends_at, percent_bp, threshold_fen, reduction_fen,
                                   category, product_ids, funders, claims_most, claims_each, drafted_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
);

/** Own packs at a price; answers those that are not own, or not cheaper. $1 promotion, $2 supplier, $3..$6 one element a pack. */
export const insertPromotionPrices = statement<{ sku_id: string; own: boolean }>(
  'ordering.insert_promotion_prices',
  `with wanted as materialized (
     select item.*, sku.id is not null as own, sku.price_fen as now_fen
       from unnest($3::uuid[], $4::bigint[], $5::integer[], $6::integer[]) as item (sku_id, price_fen, packs_most, packs_each)
       left join catalogue.sku_v sku on sku.id = item.sku_id and sku.supplier_id = $2
   ), kept as (
     insert into ordering.promotion_price (promotion_id, sku_id, price_fen, packs_most, packs_each)
     select $1, sku_id, price_fen, packs_most, packs_each from wanted where own and price_fen < now_fen
   )
   select sku_id, own from wanted where not own or price_fen >= now_fen`,
);

export const setPromotionState = statement(
  'ordering.set_promotion_state',
  `update ordering.promotion set state = $2, row_version = row_version + 1,
          published_by = case when $2 = 'published' then $3::uuid else published_by end,
          published_at = case when $2 = 'published' then $4 else published_at end,
          ended_at = case when $2 = 'ended' then $4 else ended_at end
    where id = $1`,
);

export interface CouponRow {
  promotion_id: string;
  name_zh: string;
  name_en: string;
  supplier_id: string | null;
  supplier_name: string | null;
  threshold_fen: bigint;
  reduction_fen: bigint;
  ends_at: Date;
  mine: number;
  claims_each: number;
  gone: boolean;
}

const COUPON = `
  select promotion.id as promotion_id, promotion.name_zh, promotion.name_en, promotion.supplier_id, supplier.name_zh as supplier_name,
         promotion.threshold_fen, promotion.reduction_fen, promotion.ends_at, promotion.claims_each,
         (select count(*)::integer from ordering.coupon where coupon.promotion_id = promotion.id and coupon.person_id = $1) as mine,
         promotion.claimed >= promotion.claims_most as gone
    from ordering.promotion left join registry.organisation_v supplier on supplier.id = promotion.supplier_id
   where promotion.kind = 'coupon' and promotion.state = 'published'
     and promotion.starts_at <= platform.business_now() and promotion.ends_at > platform.business_now()`;

/** $1 person or null, $2 suppliers. */
export const couponsToClaim = statement<CouponRow>(
  'ordering.coupons_to_claim',
  `${COUPON} and (promotion.supplier_id is null or promotion.supplier_id = any ($2::uuid[]))
   order by promotion.ends_at, promotion.id limit 100`,
);
export const couponToClaim = statement<CouponRow>('ordering.coupon_to_claim', `${COUPON} and promotion.id = $2`);

/** $1 promotion, $2 person, $3 now; the promotion is locked. */
export const claimCouponSql = statement(
  'ordering.claim_coupon',
  `with counted as (update ordering.promotion set claimed = claimed + 1 where id = $1 returning id)
   insert into ordering.coupon (promotion_id, person_id, claimed_at) select id, $2, $3 from counted`,
);

export const unknownFunders = statement<{ unknown: number }>(
  'ordering.unknown_funders',
  `select count(*)::integer as unknown from unnest($1::uuid[]) as named (id)
    where not exists (select from registry.organisation_v organisation where organisation.id = named.id)`,
);
