import { statement } from '@xihuo/platform';
import { factsOf, KEYS, LINES_BY_DAY, linesOf, salesOf } from './sales-facts.sql';

/** One who counts at a time: an older count must not be written over a newer one. */
export const countAlone = statement(
  'insight.count_alone',
  `select pg_advisory_xact_lock(hashtextextended('insight.sales_day', 0))`,
);

/**
 * Takes the marks of up to $1 days, the last first: those are what people look at where all of them are counted anew. Whatever made one is
 * seen by the count that follows in the same transaction.
 */
export const takeStale = statement<{ day: string }>(
  'insight.take_stale',
  `with latest as (select distinct day from insight.sales_stale order by day desc limit $1),
        taken as (delete from insight.sales_stale stale using latest where stale.day = latest.day)
   select day from latest order by day`,
);

const KEY = ['dimension', 'place', 'key', 'way'];
const FIGURES = ['orders', 'packs', 'grams', 'sales_fen', 'back_fen', 'freight_fen', 'fee_fen', 'settled_fen'];
const valuesOf = (row: string) => FIGURES.map((figure) => `${row}.${figure}`).join(', ');

/**
 * Makes what is kept what was counted, and writes only where they differ: most of a day stays as it was.
 * @param within of what is kept, what was counted anew
 */
const keep = ({ table, period, within }: Kept, counted: string) => `
  with fresh as materialized (${counted}),
       gone as (delete from insight.${table} kept
                 where ${within}
                   and not exists (select from fresh
                                    where ${[period, ...KEY].map((name) => `fresh.${name} = kept.${name}`).join(' and ')}))
  insert into insight.${table} as kept (${[period, ...KEY, ...FIGURES].join(', ')})
  select ${[period, ...KEY, ...FIGURES].join(', ')} from fresh
      on conflict (${[period, ...KEY].join(', ')})
      do update set ${FIGURES.map((figure) => `${figure} = excluded.${figure}`).join(', ')}
         where (${valuesOf('kept')}) is distinct from (${valuesOf('excluded')})`;

interface Kept {
  table: 'sales_day' | 'sales_month' | 'sales_county_day' | 'sales_county_month';
  period: 'day' | 'month';
  within: string;
}

/** By province, which the country and provinces are read from, and by county. */
const PARTS = [
  { days: 'sales_day', months: 'sales_month', place: 'place' },
  { days: 'sales_county_day', months: 'sales_county_month', place: 'county' },
] as const;
type Days = (typeof PARTS)[number]['days'];

/** $1 days: each counted from its orders. */
export const countDays = PARTS.map(({ days, place }) =>
  statement(
    `insight.count_${days}`,
    keep(
      { table: days, period: 'day', within: 'kept.day = any ($1::date[])' },
      salesOf(factsOf(linesOf('(select unnest($1::date[]) as day)')), place),
    ),
  ),
);

const FOUND_BY = ['day', 'county', 'line_id'];
const COUNTED_UNDER = ['way', 'bought_from', 'category', 'channel', 'campaign'];
const LINE = [...FOUND_BY, ...COUNTED_UNDER];
/** Lines as they are found by what they are counted under. */
const linesIn = (facts: string) => `
  select fact.day, fact.county, fact.line_id, fact.way, fact.bought_from, ${KEYS.category} as category, ${KEYS.channel} as channel,
         ${KEYS.campaign} as campaign
    from (${facts}) fact`;
const countedUnder = (row: string) => COUNTED_UNDER.map((name) => `${row}.${name}`).join(', ');

/** $1 days: what of their lines is kept otherwise goes, and what is not kept comes. */
export const keepLines = statement(
  'insight.keep_lines',
  `with fresh as materialized (${linesIn(factsOf(linesOf('(select unnest($1::date[]) as day)')))}),
        gone as (delete from insight.sold_line kept
                  where kept.day = any ($1::date[])
                    and not exists (select from fresh where ${FOUND_BY.map((name) => `fresh.${name} = kept.${name}`).join(' and ')}))
   insert into insight.sold_line as kept (${LINE.join(', ')}) select ${LINE.join(', ')} from fresh
       on conflict (${FOUND_BY.join(', ')})
       do update set ${COUNTED_UNDER.map((name) => `${name} = excluded.${name}`).join(', ')}
          where (${countedUnder('kept')}) is distinct from (${countedUnder('excluded')})`,
);

const monthsOf = (days: Days, narrowed: string) => `
  select date_trunc('month', day)::date as month, dimension, place, key, way, sum(orders)::bigint as orders, sum(packs)::bigint as packs,
         sum(grams)::bigint as grams, sum(sales_fen)::bigint as sales_fen, sum(back_fen)::bigint as back_fen,
         sum(freight_fen)::bigint as freight_fen, sum(fee_fen)::bigint as fee_fen,
         sum(settled_fen)::bigint as settled_fen
    from insight.${days} where ${narrowed} group by 1, 2, 3, 4, 5`;

/** $1 days: the months they are in. */
const MONTHS = `select distinct date_trunc('month', day)::date as month from unnest($1::date[]) as day`;

/** $1 days: their months, added up from what is kept of all their days. */
export const addUpMonths = PARTS.map(({ days, months }) =>
  statement(
    `insight.add_up_${months}`,
    keep(
      { table: months, period: 'month', within: `kept.month = any (array(${MONTHS}))` },
      monthsOf(
        days,
        `day = any (array(select day::date from (${MONTHS}) wanted,
                            generate_series(month, month + interval '1 month' - interval '1 day', interval '1 day') as day))`,
      ),
    ),
  ),
);

/** $1 now. */
export const noteCounted = statement(
  'insight.note_counted',
  `insert into insight.sales_counted (counted_at) values ($1) on conflict (only_row) do update set counted_at = excluded.counted_at`,
);

/** What one part of it keeps otherwise, either way. */
const amissIn = ({ days, months, place }: (typeof PARTS)[number]) => {
  const kept = `select ${['day', ...KEY, ...FIGURES].join(', ')} from insight.${days}`;
  const whole = salesOf(factsOf(LINES_BY_DAY), place);
  const monthly = `select ${['month', ...KEY, ...FIGURES].join(', ')} from insight.${months}`;
  return `
   select true as kept, day, dimension, key from (${kept} except all ${whole}) more
   union all
   select false, day, dimension, key from (${whole} except all ${kept}) less
   union all
   select true, month, dimension, key from (${monthly} except all ${monthsOf(days, 'true')}) more
   union all
   select false, month, dimension, key from (${monthsOf(days, 'true')} except all ${monthly}) less`;
};

const keptLines = `select ${LINE.join(', ')} from insight.sold_line`;
const LINES_AMISS = `
   select true as kept, day, 'line' as dimension, line_id::text as key
     from (${keptLines} except all ${linesIn(factsOf(LINES_BY_DAY))}) more
   union all
   select false, day, 'line', line_id::text from (${linesIn(factsOf(LINES_BY_DAY))} except all ${keptLines}) less`;

/** What is kept otherwise than all orders say at this moment; for tests and for whoever doubts. */
export const salesAmiss = statement<{ kept: boolean; day: string; dimension: string; key: string }>(
  'insight.sales_amiss',
  `${[...PARTS.map(amissIn), LINES_AMISS].join('\n union all ')} limit 20`,
);
