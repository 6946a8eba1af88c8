import { statement } from '@xihuo/platform';
import { COUNTIES, SHAPES, type SalesRow, type SalesTable, type Shape } from './read-sales.sql';
import { factsOf, type Dimension } from './sales-facts.sql';

export interface SoldLineRow {
  line_id: string;
  /** Days since 1970, for going on from here. */
  day_number: number;
  order_number: string;
  placed_at: Date;
  way: SalesRow['way'];
  supplier_name: string;
  product_name: string;
  pack: string;
  packs: number;
  grams: bigint | null;
  kept: boolean;
  amount_fen: bigint;
  back_fen: bigint;
  freight_fen: bigint;
  fee_fen: bigint;
  settled_fen: bigint;
}

/** What a kept line is counted under. */
const KEYS_OF_LINES: Readonly<Record<Dimension, string>> = {
  all: `''`,
  pairing: `line.bought_from || '-' || left(line.county, 2) || '0000'`,
  county: 'line.county',
  category: 'line.category',
  channel: 'line.channel',
  campaign: 'line.campaign',
};

/** As many as a page may ask for and one more: a number the plan is made with, and not a parameter it has to guess. */
const MOST = 101;

/** What is asked for, of a row of kept figures or a kept line (`of`). */
const asked = (of: 'cell' | 'line', { key }: Shape) =>
  `($4::text is null or ${key} = $4) and ($5::text is null or ${of}.way = $5)`;

/** A county lies in the province its code begins with: a range, so that the index is of use whether or not a county is asked for. */
const OF_ITS_PROVINCE = `cell.place between coalesce(left($4, 2), '00') || '0000' and coalesce(left($4, 2), '99') || '0000'`;

/** Whole provinces: those of them that have some of it on the day, by the figures that are kept; of each, its counties. */
const ofProvinces = (shape: Shape) => `
                from (select distinct left(cell.place, 2) as province
                        from insight.sales_day cell
                       cross join lateral (select cell.day, false as earlier, cell.key) sold ${shape.joins ?? ''}
                       where cell.dimension = '${shape.dimension}' and cell.day = day.day and cell.place like any ($3::text[])
                         and ${shape === SHAPES.counties ? OF_ITS_PROVINCE : 'true'} and ${asked('cell', shape)}) place
                join insight.sold_line line
                  on line.day = day.day and line.county between place.province || '0000' and place.province || '9999'`;

/** Single counties have few lines a day. */
const OF_COUNTIES = `
                from insight.sold_line line`;

/**
 * Day by day from the last: whoever has enough has read no further, for a day is taken only when the one after it has been. Which lines a
 * page is of, the index of kept lines says alone; what is told of them, their orders.
 */
const linesUnder = (shape: Shape, from: string, where: string) => `
  with recursive day (day) as (
         select least($2::date, date '1970-01-01' + least($6::bigint, 100000)::integer)
         union all select day - 1 from day where day > $1::date),
       page as materialized (
         select found.* from day
          cross join lateral (
              select line.day, line.line_id ${from}
               cross join lateral (select line.day, false as earlier, ${KEYS_OF_LINES[shape.dimension]} as key) sold ${shape.joins ?? ''}
               where ${where} and ${asked('line', shape)} and ($7::uuid is null or line.day < date '1970-01-01' + $6::integer or line.line_id < $7)
               order by line.line_id desc limit ${MOST}) found
          where day.day >= $1::date
          limit least($8, ${MOST}))
  select fact.line_id, fact.day - date '1970-01-01' as day_number, fact.order_number, fact.placed_at, fact.way, fact.supplier_name,
         fact.product_name, fact.pack, fact.packs, (fact.packs * fact.net_grams)::bigint as grams, fact.kept, fact.amount_fen, fact.back_fen,
         fact.freight_fen::bigint, fact.fee_fen::bigint, fact.settled_fen::bigint
    from (${factsOf('page asked join ordering.line_outcome_v line on line.line_id = asked.line_id')}) fact
   order by fact.day desc, fact.line_id desc`;

const statementsOf = (word: string, sql: (shape: Shape) => string) =>
  Object.fromEntries(
    Object.entries(SHAPES).map(([table, shape]) => [
      table,
      statement<SoldLineRow>(`insight.${word}_${table}`, sql(shape)),
    ]),
  ) as Record<SalesTable, ReturnType<typeof statement<SoldLineRow>>>;

/**
 * The lines behind a row, those of the last day first. $1 from, $2 until, $3 patterns of provinces or of the whole country, $4 key or null,
 * $5 way or null, $6 day to go on from (in days since 1970) and $7 its line, or null, $8 how many.
 */
export const soldLines = statementsOf('lines', (shape) => linesUnder(shape, ofProvinces(shape), 'true'));
/** The same; $3 patterns of counties. */
export const soldLinesOfCounties = statementsOf('lines_of_counties', (shape) =>
  linesUnder(shape, OF_COUNTIES, `line.day = day.day and line.county = ${COUNTIES}`),
);
