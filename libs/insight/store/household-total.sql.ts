import { statement } from '@xihuo/platform';

export interface HouseholdTotalRow {
  households: number;
  settled_fen: bigint;
  paid_fen: bigint;
  counted_at: Date;
}

/** None before it was counted for the first time. */
export const householdTotal = statement<HouseholdTotalRow>(
  'insight.household_total',
  'select households, settled_fen, paid_fen, counted_at from insight.household_total',
);

/** What posted settlements booked to households and did not take back, and what banks said they paid to them. $1 now. */
export const countHouseholdTotal = statement(
  'insight.count_household_total',
  `insert into insight.household_total (households, settled_fen, paid_fen, counted_at)
   select settled.households, settled.fen, paid.fen, $1
     from (select count(distinct household_id)::integer as households, coalesce(sum(funded_fen), 0)::bigint as fen
             from benefit.obligation_v where household_id is not null and funded_fen > 0) settled
    cross join (select coalesce(sum(amount_fen), 0)::bigint as fen
                  from settlement.payout_item_v where payee_kind = 'household' and state = 'paid') paid
   on conflict (single) do update set households = excluded.households, settled_fen = excluded.settled_fen,
     paid_fen = excluded.paid_fen, counted_at = excluded.counted_at`,
);
