import { statement } from '@xihuo/platform';

export interface LotPageRow {
  id: string;
  code: string;
  produced_on: string;
  breakdown_public: boolean;
  received_grams: bigint;
  shipped_grams: bigint;
  slug: string;
  name_zh: string;
  name_en: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  villages: number;
  village: string | null;
  village_households: number;
  households: number;
  delivered_on: string | null;
  delivered_grams: bigint;
  first_shipped_on: string | null;
  orders: number;
  net_fen: bigint;
  fee_fen: bigint;
  dues_fen: bigint;
  settled_until: string | null;
  min_orders: number;
  min_households: number;
}

/**
 * The page behind a code. What households earned is the sum of the lot's shares that stand behind a transfer in the
 * ledger, of what posted runs settled of it; a village is named only where all deliveries come from one that has ten households or more.
 */
export const lotPageByCode = statement<LotPageRow>(
  'insight.lot_page_by_code',
  `select lot.id, lot.code, lot.produced_on, lot.breakdown_public, lot.received_grams, lot.shipped_grams,
          product.slug, product.name_zh, product.name_en, supplier.id as supplier_id, supplier.name_zh as supplier_name,
          county.code as county_code, county.name as county_name, county.province_name,
          delivered.villages, delivered.village, coalesce(village.households, 0)::integer as village_households,
          delivered.households, delivered.delivered_on, delivered.grams as delivered_grams, shipped.first_shipped_on,
          settled.orders, settled.net_fen, settled.fee_fen, paid.dues_fen, settled.settled_until,
          (registry.policy_on('breakdown.minOrders', today.day) #>> '{}')::integer as min_orders,
          (registry.policy_on('breakdown.minHouseholds', today.day) #>> '{}')::integer as min_households
     from trace.lot_v lot
     join catalogue.product_v product on product.id = lot.product_id
     join registry.organisation_v supplier on supplier.id = lot.supplier_id
     join registry.region_v county on county.code = supplier.county_code
    cross join (select (platform.business_now() at time zone 'Asia/Shanghai')::date as day) today
    cross join lateral (
      select count(distinct delivery.household_id)::integer as households, count(distinct household.village)::integer as villages,
             min(household.village) as village, min(household.county_code) as county_code,
             max(delivery.delivered_on) as delivered_on, coalesce(sum(delivery.grams), 0)::bigint as grams
        from trace.delivery_v delivery join registry.household_v household on household.id = delivery.household_id
       where delivery.lot_id = lot.id) delivered
     left join lateral (
      select count(*) as households from registry.household_v household
       where household.village = delivered.village and household.county_code = delivered.county_code
         and delivered.villages = 1) village on true
    cross join lateral (
      select (min(movement.moved_at) at time zone 'Asia/Shanghai')::date as first_shipped_on
        from trace.movement_v movement where movement.lot_id = lot.id) shipped
    cross join lateral (
      select count(distinct line.order_id)::integer as orders, coalesce(sum(portion.net_fen), 0)::bigint as net_fen,
             coalesce(sum(portion.fee_fen), 0)::bigint as fee_fen,
             max(run.period_end) as settled_until
        from settlement.portion_v portion
        join settlement.run_v run on run.id = portion.run_id and run.state = 'posted'
        join ordering.order_line_v line on line.id = portion.line_id
       where portion.lot_id = lot.id) settled
    cross join lateral (
      select coalesce(sum(share.amount_fen), 0)::bigint as dues_fen
        from benefit.share_v share join ledger.transfer_v transfer on transfer.id = share.transfer_id
       where share.lot_id = lot.id) paid
    where lot.code = $1`,
);

/** The newest lots of a product, by its slug: asked beside the product itself, not after it. */
export const lotsOfProduct = statement<{
  code: string;
  supplier_name: string;
  produced_on: string;
  households: number;
}>(
  'insight.lots_of_product',
  `select lot.code, supplier.name_zh as supplier_name, lot.produced_on, lot.households
     from catalogue.product_v product
     join trace.lot_v lot on lot.product_id = product.id
     join registry.organisation_v supplier on supplier.id = lot.supplier_id
    where product.slug = $1 order by lot.produced_on desc, lot.code limit 6`,
);
