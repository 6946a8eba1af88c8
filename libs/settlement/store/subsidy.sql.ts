import { statement } from '@xihuo/platform';

export type FunderKind = 'platform' | 'organisation';

/**
 * What funders owe for the discounts of some suppliers' ($3) lines of a run ($1; $2 rule version): in proportion to the goods of the line that were
 * settled so far of those that were paid, rounded down, less what earlier runs have put down. What was given back of a line is so
 * given back to its funders as well.
 */
export const oweSubsidies = statement(
  'settlement.owe_subsidies',
  `insert into settlement.subsidy (line_id, discount_id, run_id, supplier_id, funder_kind, funder_id, amount_fen, rule_version)
   select taken.line_id, discount.id, $1, taken.supplier_id, discount.funder_kind, discount.funder_id, owed.fen - before.fen, $2
     from settlement.line taken
     join ordering.order_line_v line on line.id = taken.line_id and line.funded_fen > 0
     join ordering.line_discount_v discount on discount.line_id = line.id and discount.funder_kind <> 'supplier'
    cross join lateral (select sum(goods_fen) as fen from settlement.line settled where settled.line_id = line.id) goods
    cross join lateral (select div(discount.discount_fen::numeric * goods.fen, line.amount_fen - line.freight_fen)::bigint as fen) owed
    cross join lateral (
      select coalesce(sum(amount_fen), 0)::bigint as fen from settlement.subsidy known where known.discount_id = discount.id) before
    where taken.run_id = $1 and taken.supplier_id = any ($3::uuid[]) and owed.fen > before.fen`,
);

export interface SubsidySum {
  supplier_id: string;
  funder_kind: FunderKind;
  funder_id: string | null;
  fen: bigint;
}

/** What each funder owes each of some suppliers ($2) out of a run. */
export const owedByFunder = statement<SubsidySum>(
  'settlement.owed_by_funder',
  `select supplier_id, funder_kind, funder_id, sum(amount_fen)::bigint as fen from settlement.subsidy
    where run_id = $1 and supplier_id = any ($2::uuid[]) group by supplier_id, funder_kind, funder_id order by supplier_id, funder_kind, funder_id`,
);

/** A funder's open debts, locked in the order in which they are paid, and their sum. */
export const lockOpenSubsidies = statement<{ open_fen: bigint }>(
  'settlement.lock_open_subsidies',
  `with held as materialized (
     select amount_fen - received_fen - withdrawn_fen as fen from settlement.subsidy
      where (funder_kind, funder_id) is not distinct from ($1, $2::uuid) and received_fen + withdrawn_fen < amount_fen order by id for update)
   select coalesce(sum(fen), 0)::bigint as open_fen from held`,
);

/** The bank's movement, once: the second entry of the same reference answers nothing. */
export const insertReceipt = statement<{ id: string }>(
  'settlement.insert_subsidy_receipt',
  `insert into settlement.subsidy_receipt (id, funder_kind, funder_id, amount_fen, bank_reference, received_on, recorded_by, recorded_at, entered_by, from_credit)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (bank_reference) do nothing returning id`,
);

/** Whoever enters a movement of the bank does so after whoever enters the same. */
export const lockReference = statement(
  'settlement.lock_subsidy_reference',
  `select pg_advisory_xact_lock(hashtextextended('settlement.subsidy ' || $1, 0))`,
);

/** Whether a movement of the bank is booked, as money that came from a funder or went back to one. */
export const movementKnown = statement<{ id: string }>(
  'settlement.subsidy_movement_known',
  `select id from settlement.subsidy_receipt where bank_reference = $1
   union all select id from settlement.subsidy_return where bank_reference = $1`,
);

export interface EntryRow {
  funder_kind: FunderKind;
  funder_id: string | null;
  amount_fen: bigint;
  goes_back: boolean;
  entered_by: string;
}

/** What was written down last of a movement: another has to agree with that. */
export const lastEntry = statement<EntryRow>(
  'settlement.last_subsidy_entry',
  `select funder_kind, funder_id, amount_fen, goes_back, entered_by from settlement.subsidy_entry where bank_reference = $1 order by id desc limit 1`,
);

export const insertEntry = statement(
  'settlement.insert_subsidy_entry',
  `insert into settlement.subsidy_entry (id, funder_kind, funder_id, amount_fen, bank_reference, entered_by, entered_at, goes_back)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Pays debts of a funder ($2, $3) with a receipt ($1, $4 fen, $5 day), the oldest first, to the fen; answers by supplier what was paid, and of which lines. */
export const payOldestFirst = statement<{ supplier_id: string; fen: bigint; line_ids: string[] }>(
  'settlement.pay_oldest_first',
  `with debt as (
     select id, line_id, supplier_id, open_fen, sum(open_fen) over (order by id) - open_fen as before_fen
       from settlement.subsidy cross join lateral (select amount_fen - received_fen - withdrawn_fen as open_fen) open
      where (funder_kind, funder_id) is not distinct from ($2, $3::uuid) and received_fen + withdrawn_fen < amount_fen
   ), paid as (
     update settlement.subsidy set received_fen = received_fen + least(debt.open_fen, $4::bigint - debt.before_fen)
       from debt where subsidy.id = debt.id and debt.before_fen < $4::bigint
     returning subsidy.id, subsidy.line_id, subsidy.supplier_id, least(debt.open_fen, $4::bigint - debt.before_fen)::bigint as fen
   ), kept as (
     insert into settlement.subsidy_part (subsidy_id, receipt_id, line_id, amount_fen, received_on)
     select id, $1, line_id, fen, $5 from paid
   )
   select supplier_id, sum(fen)::bigint as fen, array_agg(distinct line_id) as line_ids from paid group by supplier_id order by supplier_id`,
);

export interface SubsidyRow {
  id: string;
  period_end: string;
  supplier_id: string;
  supplier_name: string;
  funder_kind: FunderKind;
  funder_id: string | null;
  funder_name: string | null;
  order_number: string;
  product_name: string;
  discount_kind: 'flashPrice' | 'campaignPrice' | 'fullReduction' | 'coupon';
  promotion_id: string;
  discount_fen: bigint;
  amount_fen: bigint;
  received_fen: bigint;
  rule_version: string;
}

/** $1 everything, $2 suppliers acted for, $3 beginnings of region codes; $4 only what is open; $5 the place before. Sums less what went back. */
export const listSubsidies = statement<SubsidyRow>(
  'settlement.list_subsidies',
  `select subsidy.id, run.period_end, subsidy.supplier_id, supplier.name_zh as supplier_name, subsidy.funder_kind, subsidy.funder_id,
          funder.name_zh as funder_name, line.order_number, line.product_name, discount.kind as discount_kind, discount.promotion_id,
          discount.discount_fen, subsidy.amount_fen - subsidy.withdrawn_fen - given.fen as amount_fen, subsidy.received_fen - given.fen as received_fen,
          subsidy.rule_version
     from settlement.subsidy
     join settlement.run on run.id = subsidy.run_id
     join ordering.line_discount_v discount on discount.id = subsidy.discount_id
     join ordering.order_line_v line on line.id = subsidy.line_id
     join registry.organisation_v supplier on supplier.id = subsidy.supplier_id
     left join registry.organisation_v funder on funder.id = subsidy.funder_id
    cross join lateral (select coalesce(sum(paid_fen), 0)::bigint as fen from settlement.subsidy_back where subsidy_id = subsidy.id) given
    where ($1::boolean or subsidy.supplier_id = any ($2::uuid[])
           or exists (select from unnest($3::text[]) jurisdiction where supplier.county_code like jurisdiction || '%'))
      and (not $4::boolean or subsidy.received_fen + subsidy.withdrawn_fen < subsidy.amount_fen)
      and ($5::uuid is null or subsidy.id < $5) order by subsidy.id desc limit $6`,
);
