import { statement } from '@xihuo/platform';
import { LOT_AND_SOURCES } from './lot-story.sql';

export interface LotPageRow {
  id: string;
  code: string;
  produced_on: string;
  breakdown_public: boolean;
  state: 'open' | 'closed' | 'recalled';
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
  recall_id: string | null;
  recall_class: 1 | 2 | 3;
  recall_notice: string;
  recall_opened_on: string;
  recall_closed_on: string | null;
  recall_result: string | null;
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
 * ledger, of what posted runs settled of it. Retail sales only: what organisations buy at tier prices says nothing of the price on the
 * shelf. A village is named only where all deliveries,
 * also those into the lots it was made of, come from one that has ten households or more.
 */
export const lotPageByCode = statement<LotPageRow>(
  'insight.lot_page_by_code',
  `with recursive ${LOT_AND_SOURCES}
   select lot.id, lot.code, lot.produced_on, lot.breakdown_public, lot.state,
          product.slug, product.name_zh, product.name_en, supplier.id as supplier_id, supplier.name_zh as supplier_name,
          county.code as county_code, county.name as county_name, county.province_name,
          delivered.villages, delivered.village, coalesce(village.households, 0)::integer as village_households,
          delivered.households, recall.id as recall_id, recall.class as recall_class, recall.notice as recall_notice,
          recall.opened_on as recall_opened_on, recall.closed_on as recall_closed_on, recall.result as recall_result,
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
             min(household.village) as village, min(household.county_code) as county_code
        from family join trace.delivery_v delivery on delivery.lot_id = family.lot_id
        join registry.household_v household on household.id = delivery.household_id) delivered
     left join lateral (
      select count(*) as households from registry.household_v household
       where household.village = delivered.village and household.county_code = delivered.county_code
         and delivered.villages = 1) village on true
     left join lateral (
      select recall.id, recall.class, recall.notice, recall.result,
             (recall.opened_at at time zone 'Asia/Shanghai')::date as opened_on,
             (recall.closed_at at time zone 'Asia/Shanghai')::date as closed_on
        from trace.recall_lot_v listed join trace.recall_v recall on recall.id = listed.recall_id and recall.state <> 'withdrawn'
       where listed.lot_id = lot.id order by recall.opened_at desc limit 1) recall on true
    cross join lateral (
      select count(distinct line.order_id)::integer as orders, coalesce(sum(portion.net_fen), 0)::bigint as net_fen,
             coalesce(sum(portion.fee_fen), 0)::bigint as fee_fen,
             max(run.period_end) as settled_until
        from settlement.portion_v portion
        join settlement.run_v run on run.id = portion.run_id and run.state = 'posted'
        join ordering.order_line_v line on line.id = portion.line_id
       where portion.lot_id = lot.id and line.organisation_id is null) settled
    cross join lateral (
      select coalesce(sum(share.amount_fen), 0)::bigint as dues_fen
        from benefit.share_v share join ledger.transfer_v transfer on transfer.id = share.transfer_id
        join ordering.order_line_v line on line.id = share.line_id
       where share.lot_id = lot.id and line.organisation_id is null) paid
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
