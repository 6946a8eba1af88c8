import { statement } from '@xihuo/platform';
import type { InputOf, ResponseOf } from '@xihuo/contract';

export interface IncomeRow {
  kind: ResponseOf<'GET /results/income'>['data'][number]['kind'];
  households: number;
  households_paid: number;
  due_fen: bigint;
  paid_fen: bigint;
  in_time_fen: bigint;
  /** Of what is not paid: whose days are over. */
  overdue_fen: bigint;
  /** Of the same months a year before. */
  households_before: number;
  households_paid_before: number;
  due_before_fen: bigint;
  paid_before_fen: bigint;
}

/**
 * What each of some households earned, line by line, what of it the bank or a confirmed payment outside has paid, and until when it is in
 * time: so many days after it was earned as the setting of that day says.
 */
const linesOf = (wanted: string) => `
  select wanted.month, owed.household_id, owed.kind, household.county_code, term.due_on,
         owed.amount_fen - owed.carried_fen - owed.reversed_fen as due_fen, paid.fen as paid_fen, paid.in_time_fen
    from ${wanted} wanted
    join benefit.obligation_v owed
      on owed.household_id = wanted.household_id and owed.earned_on >= wanted.month and owed.earned_on < wanted.month + interval '1 month'
    join registry.household_v household on household.id = owed.household_id
   cross join lateral (
     select owed.earned_on + coalesce(registry.policy_on('benefit.payWithinDays', owed.earned_on)::text::integer, 0) as due_on) term
   cross join lateral (
     select coalesce(sum(had.fen), 0) as fen, coalesce(sum(had.fen) filter (where had.paid_on <= term.due_on), 0) as in_time_fen
       from (select funded.fen - coalesce(back.fen, 0) as fen, (item.moved_at at time zone 'Asia/Shanghai')::date as paid_on
               from (select share.run_id, sum(share.amount_fen) as fen from benefit.share_v share
                      where share.obligation_id = owed.id group by share.run_id) funded
               left join lateral (select sum(given.amount_fen) as fen from benefit.share_back_v given
                                   where given.obligation_id = owed.id and given.run_id = funded.run_id) back on true
               join settlement.payout_due_v due
                 on due.run_id = funded.run_id and due.supplier_id = owed.supplier_id and due.payee_id = owed.household_id
                and due.purpose = case owed.kind when 'wage' then 'wage' else 'share' end and due.adjustment_id is null
               join settlement.payout_item_v item on item.id = due.item_id and item.state = 'paid'
             union all
             select outside.amount_fen, outside.paid_on from benefit.outside_paid_v outside where outside.obligation_id = owed.id) had) paid
   where owed.amount_fen > owed.carried_fen + owed.reversed_fen`;

const SUMS = `select month, household_id, kind, county_code, sum(due_fen)::bigint as due_fen, sum(paid_fen)::bigint as paid_fen,
         sum(in_time_fen)::bigint as in_time_fen from line group by month, household_id, kind, county_code`;
const OPEN = `select month, household_id, kind, county_code, due_on, sum(due_fen - paid_fen)::bigint as open_fen
         from line group by month, household_id, kind, county_code, due_on having sum(due_fen) <> sum(paid_fen)`;

/** Takes the marks of up to $1 households and months. */
export const takeStaleIncome = statement<{ household_id: string; month: string }>(
  'insight.take_stale_income',
  `with oldest as (select distinct household_id, month from insight.income_stale order by 2, 1 limit $1),
        taken as (delete from insight.income_stale stale using oldest
                   where stale.household_id = oldest.household_id and stale.month = oldest.month)
   select household_id, month from oldest`,
);

/** Of the tables that income is kept in. $1 households, $2 their months. */
const gone = (table: string) => `
  delete from insight.${table} kept using unnest($1::uuid[], $2::date[]) as wanted (household_id, month)
   where kept.household_id = wanted.household_id and kept.month = wanted.month`;
export const dropIncome = statement(
  'insight.drop_income',
  `with open as (${gone('income_open')}) ${gone('income_month')}`,
);

/** $1 households, $2 their months. */
export const countIncomeOf = statement(
  'insight.count_income',
  `with line as materialized (
     ${linesOf('(select household_id, month from unnest($1::uuid[], $2::date[]) as asked (household_id, month))')}),
        open as (insert into insight.income_open (month, household_id, kind, county_code, due_on, open_fen) ${OPEN})
   insert into insight.income_month (month, household_id, kind, county_code, due_fen, paid_fen, in_time_fen) ${SUMS}`,
);

/** What is kept otherwise than all that is owed says at this moment, either way. */
export const incomeAmiss = statement<{ kept: boolean; month: string; household_id: string; kind: string }>(
  'insight.income_amiss',
  `with line as materialized (${linesOf(`(select distinct household_id, date_trunc('month', earned_on)::date as month
                                           from benefit.obligation_v where household_id is not null)`)}),
        whole as (${SUMS}), open as (${OPEN}),
        kept as (select month, household_id, kind, county_code, due_fen, paid_fen, in_time_fen from insight.income_month),
        kept_open as (select month, household_id, kind, county_code, due_on, open_fen from insight.income_open)
   select true as kept, month, household_id, kind from (select * from kept except all select * from whole) more
   union all
   select false, month, household_id, kind from (select * from whole except all select * from kept) less
   union all
   select true, month, household_id, kind from (select * from kept_open except all select * from open) more
   union all
   select false, month, household_id, kind from (select * from open except all select * from kept_open) less
   limit 20`,
);

/**
 * By kind, and under the kind null for all of them, since a household is often owed by several. Whole months: $1 the first day asked
 * for, $2 the last, $3 patterns of counties of households. Where a span begins within a month, that month may be in both years.
 */
export const incomeByKind = statement<Omit<IncomeRow, 'kind'> & { kind: IncomeRow['kind'] | null }>(
  'insight.income_by_kind',
  `with span (now, first, last) as (
          values (true, date_trunc('month', $1::date), $2::date::timestamp),
                 (false, date_trunc('month', $1::date) - interval '1 year', $2::date - interval '1 year')),
        figures as (
          select kind, (count(distinct household_id) filter (where now))::integer as households,
                 (count(distinct household_id) filter (where now and paid_fen > 0))::integer as households_paid,
                 (count(distinct household_id) filter (where not now))::integer as households_before,
                 (count(distinct household_id) filter (where not now and paid_fen > 0))::integer as households_paid_before,
                 coalesce(sum(due_fen) filter (where now), 0)::bigint as due_fen,
                 coalesce(sum(paid_fen) filter (where now), 0)::bigint as paid_fen,
                 coalesce(sum(in_time_fen) filter (where now), 0)::bigint as in_time_fen,
                 coalesce(sum(due_fen) filter (where not now), 0)::bigint as due_before_fen,
                 coalesce(sum(paid_fen) filter (where not now), 0)::bigint as paid_before_fen
            from span join insight.income_month kept on kept.month between span.first and span.last
           where county_code like any ($3::text[])
           group by grouping sets ((kind), ())),
        overdue as (
          select kind, sum(open_fen)::bigint as fen
            from span join insight.income_open kept on kept.month between span.first and span.last
           where now and county_code like any ($3::text[]) and due_on < (platform.business_now() at time zone 'Asia/Shanghai')::date
           group by grouping sets ((kind), ()))
   select figures.*, coalesce(overdue.fen, 0)::bigint as overdue_fen
     from figures left join overdue on overdue.kind is not distinct from figures.kind
    order by array_position(array['wage', 'floorPrice', 'premium', 'rebate', 'landRent', 'dividend', 'surplusRefund'], figures.kind)`,
);

export type EarnedFigure = InputOf<'GET /results/income/rows'>['query']['figure'];

export interface HouseholdRow extends Record<'due_fen' | 'paid_fen' | 'in_time_fen' | 'overdue_fen', bigint> {
  id: string;
  display_name: string;
  village: string;
  reference: string;
  county: string;
}

/** Whatever is not nothing, so that the rows add up to the figure also where more came than was due. */
const HAS: Readonly<Record<EarnedFigure, string>> = {
  due: 'true',
  paid: 'sum.paid_fen <> 0',
  inTime: 'sum.in_time_fen <> 0',
  late: 'sum.paid_fen <> sum.in_time_fen',
  overdue: 'coalesce(overdue.fen, 0) <> 0',
  notYetDue: 'sum.due_fen - sum.paid_fen <> coalesce(overdue.fen, 0)',
};
const ASKED = `month between date_trunc('month', $1::date) and $2::date::timestamp and county_code like any ($3::text[])
            and ($4::text is null or kind = $4) and ($5::uuid is null or household_id > $5)`;

const behind = (figure: EarnedFigure) => `
  with sum as (
         select household_id, sum(due_fen)::bigint as due_fen, sum(paid_fen)::bigint as paid_fen, sum(in_time_fen)::bigint as in_time_fen
           from insight.income_month where ${ASKED} group by household_id),
       overdue as (
         select household_id, sum(open_fen)::bigint as fen from insight.income_open
          where ${ASKED} and due_on < (platform.business_now() at time zone 'Asia/Shanghai')::date group by household_id)
  select household.id, household.display_name, household.village, household.reference, county.name as county, sum.due_fen, sum.paid_fen, sum.in_time_fen,
         coalesce(overdue.fen, 0)::bigint as overdue_fen
    from sum
    left join overdue using (household_id)
    join registry.household_v household on household.id = sum.household_id
    join registry.region_v county on county.code = household.county_code
   where ${HAS[figure]}
   order by sum.household_id limit $6`;

/** The households behind a figure. $1 from, $2 until, $3 patterns of counties, $4 kind or null, $5 household to go on from or null, $6 how many. */
export const householdsBehind = Object.fromEntries(
  Object.keys(HAS).map((figure) => [
    figure,
    statement<HouseholdRow>(`insight.households_${figure}`, behind(figure as EarnedFigure)),
  ]),
) as Record<EarnedFigure, ReturnType<typeof statement<HouseholdRow>>>;
