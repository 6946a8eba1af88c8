import { statement } from '@xihuo/platform';
import type { ResponseOf } from '@xihuo/contract';

export interface IncomeRow {
  kind: ResponseOf<'GET /results/income'>['data'][number]['kind'];
  households: number;
  households_paid: number;
  due_fen: bigint;
  paid_fen: bigint;
  in_time_fen: bigint;
  /** Of the same months a year before. */
  due_before_fen: bigint;
}

/** What each of some households earned in a month, by kind, and what of it the bank or a confirmed payment outside has paid. */
const incomeOf = (wanted: string) => `
  select wanted.month, owed.household_id, owed.kind, household.county_code,
         sum(owed.amount_fen - owed.carried_fen - owed.reversed_fen)::bigint as due_fen,
         sum(paid.fen)::bigint as paid_fen, sum(paid.in_time_fen)::bigint as in_time_fen
    from ${wanted} wanted
    join benefit.obligation_v owed
      on owed.household_id = wanted.household_id and owed.earned_on >= wanted.month and owed.earned_on < wanted.month + interval '1 month'
    join registry.household_v household on household.id = owed.household_id
   cross join lateral (
     select coalesce(sum(had.fen), 0) as fen,
            coalesce(sum(had.fen) filter (where had.paid_on <= owed.earned_on
              + coalesce(registry.policy_on('benefit.payWithinDays', owed.earned_on)::text::integer, 0)), 0) as in_time_fen
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
   where owed.amount_fen > owed.carried_fen + owed.reversed_fen
   group by wanted.month, owed.household_id, owed.kind, household.county_code`;

/** Takes the marks of up to $1 households and months. */
export const takeStaleIncome = statement<{ household_id: string; month: string }>(
  'insight.take_stale_income',
  `with oldest as (select distinct household_id, month from insight.income_stale order by 2, 1 limit $1),
        taken as (delete from insight.income_stale stale using oldest
                   where stale.household_id = oldest.household_id and stale.month = oldest.month)
   select household_id, month from oldest`,
);

/** $1 households, $2 their months. */
export const dropIncome = statement(
  'insight.drop_income',
  `delete from insight.income_month kept using unnest($1::uuid[], $2::date[]) as wanted (household_id, month)
    where kept.household_id = wanted.household_id and kept.month = wanted.month`,
);

/** $1 households, $2 their months. */
export const countIncomeOf = statement(
  'insight.count_income',
  `insert into insight.income_month (month, household_id, kind, county_code, due_fen, paid_fen, in_time_fen)
   ${incomeOf('(select household_id, month from unnest($1::uuid[], $2::date[]) as asked (household_id, month))')}`,
);

/** What is kept otherwise than all that is owed says at this moment, either way. */
export const incomeAmiss = statement<{ kept: boolean; month: string; household_id: string; kind: string }>(
  'insight.income_amiss',
  `with whole as (${incomeOf(`(select distinct household_id, date_trunc('month', earned_on)::date as month
                                 from benefit.obligation_v where household_id is not null)`)}),
        kept as (select month, household_id, kind, county_code, due_fen, paid_fen, in_time_fen from insight.income_month)
   select true as kept, month, household_id, kind from (select * from kept except all select * from whole) more
   union all
   select false, month, household_id, kind from (select * from whole except all select * from kept) less
   limit 20`,
);

/**
 * By kind, and under the kind null for all of them, since a household is often owed by several. Whole months: $1 the first day asked
 * for, $2 the last, $3 patterns of counties of households. Where a span begins within a month, that month may be in both years.
 */
export const incomeByKind = statement<Omit<IncomeRow, 'kind'> & { kind: IncomeRow['kind'] | null }>(
  'insight.income_by_kind',
  `select kind, (count(distinct household_id) filter (where now))::integer as households,
          (count(distinct household_id) filter (where now and paid_fen > 0))::integer as households_paid,
          coalesce(sum(due_fen) filter (where now), 0)::bigint as due_fen, coalesce(sum(paid_fen) filter (where now), 0)::bigint as paid_fen,
          coalesce(sum(in_time_fen) filter (where now), 0)::bigint as in_time_fen,
          coalesce(sum(due_fen) filter (where not now), 0)::bigint as due_before_fen
     from (values (true, date_trunc('month', $1::date), $2::date::timestamp),
                  (false, date_trunc('month', $1::date) - interval '1 year', $2::date - interval '1 year')) span (now, first, last)
     join insight.income_month kept on kept.month between span.first and span.last
    where county_code like any ($3::text[])
    group by grouping sets ((kind), ())
    order by array_position(array['wage', 'floorPrice', 'premium', 'rebate', 'landRent', 'dividend', 'surplusRefund'], kind)`,
);
