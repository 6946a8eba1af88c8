import type { InputOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Dimension } from './sales-facts.sql';

export type SalesTable = InputOf<'GET /results/sales'>['query']['table'];

export interface SalesRow {
  key: string;
  name_zh: string | null;
  name_en: string | null;
  paired_with: string | null;
  way: 'purchased' | 'helped';
  /** Of the same days a year before. */
  earlier: boolean;
  orders: bigint;
  packs: bigint;
  grams: bigint;
  sales_fen: bigint;
  back_fen: bigint;
  freight_fen: bigint;
  fee_fen: bigint;
  /** Goods of what is settled, which the fees are of. */
  settled_fen: bigint;
}

const FIGURES = 'key, way, orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen, settled_fen';

/**
 * The days asked for and those a year before, as whole months where they are whole, and else day by day. A month in which a pairing or a
 * list of counties begins or ends is not taken whole: what a key stands for is asked of the day. Where more than a year is asked for, a
 * day may be of both.
 */
const PERIODS = `
  with asked (earlier, first, last) as (
         values (false, $1::date, $2::date), (true, ($1::date - interval '1 year')::date, ($2::date - interval '1 year')::date)),
       dated (day) as (
         select effective_from from registry.pairing_v union all select effective_to from registry.pairing_v
         union all select effective_from from registry.listed_county_v where list = 'keyAssistedCounty'
         union all select effective_to from registry.listed_county_v where list = 'keyAssistedCounty'),
       whole (earlier, month) as (
         select earlier, month::date from asked, generate_series(date_trunc('month', first), last, interval '1 month') as month
          where month >= first and month + interval '1 month' - interval '1 day' <= last
            and not exists (select from dated where day > month and day < month + interval '1 month')),
       single (earlier, day) as (
         select earlier, day::date from asked, generate_series(first, last, interval '1 day') as day
          where (earlier, date_trunc('month', day)::date) not in (select earlier, month from whole))`;

/** Kept rows of one period after another: told so (`offset 0`), each is looked up in the index and none is gone through whole. */
const keptIn = (months: string, days: string, condition: string) => `${PERIODS}
  select whole.month as day, whole.earlier, found.* from whole
   cross join lateral (select ${FIGURES} from insight.${months} kept where kept.month = whole.month and ${condition} offset 0) found
  union all
  select single.day, single.earlier, found.* from single
   cross join lateral (select ${FIGURES} from insight.${days} kept where kept.day = single.day and ${condition} offset 0) found`;

/** $3 patterns of provinces, or of the whole country. */
const kept = (dimension: Dimension) =>
  keptIn('sales_month', 'sales_day', `dimension = '${dimension}' and place like any ($3::text[])`);

/** $3 patterns of counties: a part of each lies in one county, so all goods are the sum of counties. */
export const COUNTIES = `any (array(select code from registry.region_v where code like any ($3::text[])))`;
const keptOfCounties = (dimension: Dimension) =>
  dimension === 'all' || dimension === 'county'
    ? keptIn(
        'sales_month',
        'sales_day',
        `dimension = 'county' and place = any (array(select province_code from registry.region_v where code like any ($3::text[])))
          and key = ${COUNTIES}`,
      )
    : keptIn('sales_county_month', 'sales_county_day', `dimension = '${dimension}' and place = ${COUNTIES}`);

export interface Shape {
  readonly dimension: Dimension;
  /** What a row is called under, on the day it was sold: pairings and lists of counties are dated. */
  readonly key: string;
  readonly joins?: string;
  readonly names: string;
  readonly pairedWith?: string;
  readonly named: string;
  readonly order: string;
}

const REGION = {
  dimension: 'county' as const,
  named: 'left join registry.region_v place on place.code = total.key',
  names: 'place.name, place.name',
  order: 'total.key',
};
/**
 * Under its key where a dated list has it on the day it was sold, and else under ''. A key is joined with all its days at once: what is
 * sold is found once, also where two entries of a list overlap, and looked up by a hash rather than row by row.
 */
const listedIn = (list: string, key: string, condition = 'true') => ({
  key: `case when listed.days @> sold.day then sold.key else '' end`,
  joins: `left join (select ${key} as key, range_agg(daterange(effective_from, effective_to)) as days from ${list}
                      where ${condition} and (effective_to is null or effective_to > effective_from) group by 1) listed
            on listed.key = sold.key`,
});

export const SHAPES: Readonly<Record<SalesTable, Shape>> = {
  pairings: {
    dimension: 'pairing',
    ...listedIn('registry.pairing_v', `east_code || '-' || west_code`),
    named: `left join registry.region_v east on east.code = left(total.key, 6)
            left join registry.region_v west on west.code = right(total.key, 6)`,
    ...{ names: 'east.name, east.name', pairedWith: 'west.name', order: 'total.key' },
  },
  counties: { ...REGION, key: 'sold.key' },
  keyCounties: {
    ...REGION,
    ...listedIn('registry.listed_county_v', 'region_code', `list = 'keyAssistedCounty'`),
  },
  categories: { dimension: 'category', key: 'sold.key', named: '', names: 'null, null', order: 'total.key' },
  channels: {
    ...{ dimension: 'channel', key: 'sold.key' },
    named: `left join catalogue.venue_v venue on total.key = 'venue:' || venue.id
            left join catalogue.fair_v fair on total.key = 'fair:' || fair.id`,
    names: 'coalesce(venue.name_zh, fair.name_zh), coalesce(venue.name_en, fair.name_en)',
    order: `total.key <> 'direct', venue.region_code, total.key`,
  },
  campaigns: {
    ...{ dimension: 'campaign', key: 'sold.key' },
    named: 'left join catalogue.campaign_v campaign on campaign.id::text = total.key',
    ...{ names: 'campaign.name_zh, campaign.name_en', order: 'campaign.starts_on, total.key' },
  },
  months: {
    ...{
      dimension: 'all',
      key: `to_char(sold.day + case when sold.earlier then interval '1 year' else interval '0' end, 'YYYY-MM')`,
    },
    ...{ named: '', names: 'null, null', order: 'total.key' },
  },
};

const sumsOf = ({ key, joins = '', names, pairedWith = 'null::text', named, order }: Shape, source: string) => `
  with total as (
    select ${key} as key, sold.way, sold.earlier, sum(sold.orders)::bigint as orders, sum(sold.packs)::bigint as packs,
           sum(sold.grams)::bigint as grams, sum(sold.sales_fen)::bigint as sales_fen, sum(sold.back_fen)::bigint as back_fen,
           sum(sold.freight_fen)::bigint as freight_fen, sum(sold.fee_fen)::bigint as fee_fen,
           sum(sold.settled_fen)::bigint as settled_fen
      from (${source}) sold ${joins}
     group by 1, 2, 3)
  select total.*, named.name_zh, named.name_en, ${pairedWith} as paired_with
    from total ${named}
   cross join lateral (values (${names})) named (name_zh, name_en)
   order by total.key = '', ${order}, total.way, total.earlier`;

const statementsOf = (word: string, source: (dimension: Dimension) => string) =>
  Object.fromEntries(
    Object.entries(SHAPES).map(([table, shape]) => [
      table,
      statement<SalesRow>(`insight.${word}_${table}`, sumsOf(shape, source(shape.dimension))),
    ]),
  ) as Record<SalesTable, ReturnType<typeof statement<SalesRow>>>;

/** $1 from, $2 until, $3 patterns of provinces. */
export const keptSales = statementsOf('kept', kept);
/** $1 from, $2 until, $3 patterns of counties. */
export const keptSalesOfCounties = statementsOf('kept_of_counties', keptOfCounties);

/** An order with goods under two keys is counted under each; under all goods it is counted once. */
const ordersOf = (source: string) =>
  `select sold.way, sum(sold.orders)::bigint as orders from (${source}) sold where not sold.earlier group by 1`;

export type OrdersRow = Pick<SalesRow, 'way' | 'orders'>;
/** Parameters as those of the sales; of the days asked for alone. */
export const keptOrders = statement<OrdersRow>('insight.kept_orders', ordersOf(kept('all')));
export const keptOrdersOfCounties = statement<OrdersRow>(
  'insight.kept_orders_of_counties',
  ordersOf(keptOfCounties('all')),
);

/** When the days were last looked through; none before the first time. */
export const salesCounted = statement<{ counted_at: Date }>(
  'insight.sales_counted',
  'select counted_at from insight.sales_counted',
);
