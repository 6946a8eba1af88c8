import { statement } from '@xihuo/platform';

export const insertAgreements = statement<{ id: string }>(
  'benefit.insert_agreements',
  `insert into benefit.agreement (supplier_id, household_id, kind, version, product_id, floor_price_fen_per_kg, contracted_grams,
                                  daily_wage_fen, work_days_per_year, shares, dividend_rate_bp, effective_from)
   select item.supplier_id, item.household_id, item.kind, 1, item.product_id, item.floor_price_fen_per_kg,
          item.contracted_grams, item.daily_wage_fen, item.work_days_per_year, item.shares, item.dividend_rate_bp,
          item.effective_from
     from jsonb_to_recordset($1::jsonb) as item (supplier_id uuid, household_id uuid, kind text, product_id uuid,
          floor_price_fen_per_kg bigint, contracted_grams bigint, daily_wage_fen bigint, work_days_per_year integer,
          shares integer, dividend_rate_bp integer, effective_from date)
   on conflict (supplier_id, household_id, kind, product_id, version) do nothing
   returning id`,
);

export interface CoveredDelivery {
  delivery_id: string;
  agreement_id: string | null;
  supplier_id: string;
  household_id: string;
  lot_id: string;
  grams: bigint;
  floor_price_fen_per_kg: bigint;
  premium_fen_per_kg: bigint;
  open_grams: bigint;
}

/** The purchase agreement in force for each delivery on its day: an agreement binds as of the delivery. Those that earned already are left out. */
export const agreementsForDeliveries = statement<CoveredDelivery>(
  'benefit.agreements_for_deliveries',
  `select delivery.id as delivery_id, agreement.id as agreement_id, lot.supplier_id, delivery.household_id, delivery.lot_id,
          delivery.grams, agreement.floor_price_fen_per_kg, agreement.premium_fen_per_kg,
          agreement.contracted_grams - agreement.delivered_grams as open_grams
     from trace.delivery_v delivery
     join trace.lot_v lot on lot.id = delivery.lot_id
     left join benefit.agreement on agreement.household_id = delivery.household_id and agreement.supplier_id = lot.supplier_id
      and agreement.product_id = lot.product_id and agreement.kind = 'contractPurchase'
      and agreement.effective_from <= delivery.delivered_on
      and (agreement.effective_to is null or agreement.effective_to >= delivery.delivered_on)
    where delivery.id = any ($1::uuid[])
      and not exists (select from benefit.obligation known where known.source_kind = 'delivery' and known.source_id = delivery.id)
    order by agreement.id, delivery.id`,
);

/** Counts what was delivered against the contract; more than contracted breaks the check and refuses the delivery. */
export const countDelivered = statement(
  'benefit.count_delivered',
  `update benefit.agreement set delivered_grams = delivered_grams + came.grams
     from (select agreement_id, sum(grams) as grams from unnest($1::uuid[], $2::bigint[]) as item (agreement_id, grams)
            group by agreement_id) came
    where agreement.id = came.agreement_id`,
);

export const insertObligations = statement<{ id: string; supplier_id: string; amount_fen: bigint; earned_on: string }>(
  'benefit.insert_obligations',
  `insert into benefit.obligation (agreement_id, supplier_id, household_id, lot_id, kind, source_kind, source_id, quantity,
                                   rate_fen, amount_fen, earned_on, created_at)
   select item.agreement_id, item.supplier_id, item.household_id, item.lot_id, item.kind, item.source_kind, item.source_id,
          item.quantity, item.rate_fen, item.amount_fen, item.earned_on, $2
     from jsonb_to_recordset($1::jsonb) as item (agreement_id uuid, supplier_id uuid, household_id uuid, lot_id uuid, kind text,
          source_kind text, source_id uuid, quantity bigint, rate_fen bigint, amount_fen bigint, earned_on date)
   on conflict (source_kind, source_id, kind) do nothing
   returning id, supplier_id, amount_fen, earned_on`,
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

export const insertWork = statement<WorkRow>(
  'benefit.insert_work',
  `with new_work as (
     insert into benefit.work_record (agreement_id, days, worked_on, confirmed_at, confirmed_by)
     select agreement_id, days, worked_on, $4, $5
       from unnest($1::uuid[], $2::integer[], $3::date[]) as item (agreement_id, days, worked_on)
     on conflict (agreement_id, worked_on) do nothing
     returning id, agreement_id, days, worked_on
   )
   select new_work.id, new_work.agreement_id, agreement.supplier_id, agreement.household_id, new_work.days,
          agreement.daily_wage_fen, new_work.worked_on
     from new_work join benefit.agreement on agreement.id = new_work.agreement_id and agreement.kind = 'employment'`,
);
