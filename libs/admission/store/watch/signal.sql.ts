import { statement } from '@xihuo/platform';

/** Told again by the same source for the same day, it takes the place of what was told before. */
export const putSignals = statement(
  'admission.put_signals',
  `insert into admission.signal (supplier_id, kind, day, source, amount)
   select supplier_id, kind, day, source, amount
     from json_to_recordset($1::json) as signal (supplier_id uuid, kind text, day date, source text, amount bigint)
    order by supplier_id, kind, day, source
   on conflict (supplier_id, kind, day, source) do update set amount = excluded.amount`,
);

export interface MeasuredRow {
  supplier_id: string;
  amount: bigint;
  base: bigint;
}

/**
 * What a window holds of each supplier that reaches the lowest step. What people have judged already, by closing the case of this
 * rule, does not count again. $1 the day after the last whole one, $2 days, $3 signal, $4 what a rate is taken of, $5 lowest
 * step, $6 fewest for a rate, $7 the rule's source key.
 */
function overThreshold(amount: string, condition: string): string {
  return `with judged as (
     select supplier_id, max((closed_at at time zone 'Asia/Shanghai')::date) as judged_on
       from admission.watch_case where source_key = $7 and state = 'closed' group by supplier_id
   ), measured as (
     select signal.supplier_id, ${amount} as amount, coalesce(sum(signal.amount) filter (where signal.kind = $4), 0)::bigint as base
       from admission.signal signal left join judged using (supplier_id)
      where signal.day >= $1::date - $2::integer and signal.day < $1::date and signal.kind in ($3, coalesce($4, $3))
        and (judged.judged_on is null or signal.day >= judged.judged_on)
      group by signal.supplier_id
   )
   select supplier_id, amount, base from measured where ${condition} and $6::integer is not null order by supplier_id`;
}

const SUM = 'coalesce(sum(signal.amount) filter (where signal.kind = $3), 0)::bigint';
const MAX = 'coalesce(max(signal.amount) filter (where signal.kind = $3), 0)::bigint';
const DAYS = 'count(distinct signal.day) filter (where signal.kind = $3 and signal.amount > 0)';
const RATE = 'base >= $6 and base > 0 and amount::numeric * 10000 >= $5::bigint::numeric * base';

export const overThresholdBy = {
  rate: statement<MeasuredRow>('admission.signals_by_rate', overThreshold(SUM, RATE)),
  sum: statement<MeasuredRow>('admission.signals_by_sum', overThreshold(SUM, 'amount >= $5::bigint')),
  max: statement<MeasuredRow>('admission.signals_by_max', overThreshold(MAX, 'amount >= $5::bigint')),
  days: statement<MeasuredRow>('admission.signals_by_days', overThreshold(DAYS, 'amount >= $5::bigint')),
} as const;

/** $2 county patterns, $3 days; day by day, whatever sources told it. */
export const signalsOf = statement<{ kind: string; day: string; amount: bigint }>(
  'admission.signals_of',
  `select kind, day, sum(amount)::bigint as amount from admission.signal
    where supplier_id = $1 and day > (platform.business_now() at time zone 'Asia/Shanghai')::date - $2::integer
    group by kind, day order by kind, day`,
);

export const ensureSignalPartitions = statement<{ made: number }>(
  'admission.ensure_signal_partitions',
  'select admission.ensure_signal_partitions($1, $2) as made',
);
