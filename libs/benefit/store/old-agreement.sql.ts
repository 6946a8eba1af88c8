import { statement } from '@xihuo/platform';

export const insertAgreements = statement<{ id: string }>(
  'benefit.insert_agreements',
  `insert into benefit.agreement (state, signed_way, signed_at, supplier_id, household_id, kind, version, product_id,
                                  floor_price_fen_per_kg, contracted_grams, daily_wage_fen, work_days_per_year, shares,
                                  dividend_rate_bp, effective_from)
   select 'inForce', 'paper', item.effective_from::timestamp at time zone 'Asia/Shanghai', item.supplier_id, item.household_id, item.kind, 1, item.product_id, item.floor_price_fen_per_kg,
          item.contracted_grams, item.daily_wage_fen, item.work_days_per_year, item.shares, item.dividend_rate_bp,
          item.effective_from
     from jsonb_to_recordset($1::jsonb) as item (supplier_id uuid, household_id uuid, kind text, product_id uuid,
          floor_price_fen_per_kg bigint, contracted_grams bigint, daily_wage_fen bigint, work_days_per_year integer,
          shares integer, dividend_rate_bp integer, effective_from date)
   on conflict do nothing
   returning id`,
);

export interface WorkRow {
  id: string;
  agreement_id: string;
  supplier_id: string;
  household_id: string;
  days: number;
  daily_wage_fen: bigint;
  worked_on: string;
}

/** Work that was confirmed on paper; the same days under the same agreement are the same record. */
export const insertWork = statement<WorkRow>(
  'benefit.insert_work',
  `insert into benefit.work_record (agreement_id, supplier_id, household_id, state, days, worked_from, worked_on, rate_fen,
                                    amount_fen, how, recorded_at, confirmed_at, confirmed_by)
   select agreement.id, agreement.supplier_id, agreement.household_id, 'confirmed', item.days, item.worked_on - (item.days - 1),
          item.worked_on, agreement.daily_wage_fen, agreement.daily_wage_fen * item.days, 'sheet', $4, $4, $5
     from unnest($1::uuid[], $2::integer[], $3::date[]) as item (agreement_id, days, worked_on)
     join benefit.agreement on agreement.id = item.agreement_id and agreement.kind = 'employment'
      and agreement.daily_wage_fen is not null
   on conflict do nothing
   returning id, agreement_id, supplier_id, household_id, days, rate_fen as daily_wage_fen, worked_on`,
);

/** Agreements among those named under which nobody works by the day. */
export const notByTheDay = statement<{ id: string }>(
  'benefit.not_by_the_day',
  `select wanted.id from unnest($1::uuid[]) wanted (id)
    where not exists (select from benefit.agreement where agreement.id = wanted.id and kind = 'employment' and daily_wage_fen is not null)
    order by wanted.id`,
);
