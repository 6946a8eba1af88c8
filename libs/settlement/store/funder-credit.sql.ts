import { statement } from '@xihuo/platform';
import type { FunderKind } from './subsidy.sql';

/** What funders have back, less what it has paid for them and what was sent back to them. */
const CREDIT = `select funder_kind, funder_id, sum(fen) as fen
     from (select funder_kind, funder_id, paid_fen as fen from settlement.subsidy_back join settlement.subsidy on subsidy.id = subsidy_id
            where paid_fen > 0
            union all
           select funder_kind, funder_id, -amount_fen from settlement.subsidy_receipt where from_credit
            union all
           select 'organisation', funder_id, -amount_fen from settlement.subsidy_return) moved
    group by funder_kind, funder_id having sum(fen) > 0`;

/** What is open of debts of a funder (`credit`). */
const OPEN = `subsidy.funder_kind = credit.funder_kind and subsidy.funder_id is not distinct from credit.funder_id
      and received_fen + withdrawn_fen < amount_fen`;

/** Whether any funder has something back that would pay what it owes. */
export const anyCreditToUse = statement<{ found: boolean }>(
  'settlement.any_subsidy_credit_to_use',
  `select exists (select from (${CREDIT}) credit where exists (select from settlement.subsidy where ${OPEN})) as found`,
);

/** Holds what funders that have something back owe, in the order in which it is paid: of two who use a credit the second sees what is left. */
export const lockDebtsOfCredits = statement<{ id: string }>(
  'settlement.lock_debts_of_credits',
  `select subsidy.id from settlement.subsidy join (${CREDIT}) credit on ${OPEN}
    order by subsidy.funder_kind, subsidy.funder_id, subsidy.id for update of subsidy`,
);

export interface CreditUsed {
  receipt_id: string;
  funder_kind: FunderKind;
  funder_id: string | null;
  supplier_id: string;
  fen: bigint;
  line_ids: string[];
}

/**
 * What funders have back pays what they owe, of each the oldest first, to the fen, as a receipt of the day $1 that no bank knows of ($2
 * now); answers by funder and supplier what was paid, and of which lines. The debts are held.
 */
export const useFunderCredits = statement<CreditUsed>(
  'settlement.use_funder_credits',
  `with debt as (
     select subsidy.id, subsidy.amount_fen - received_fen - withdrawn_fen as open_fen, credit.fen as credit_fen,
            sum(subsidy.amount_fen - received_fen - withdrawn_fen) over older - (subsidy.amount_fen - received_fen - withdrawn_fen) as before_fen
       from settlement.subsidy join (${CREDIT}) credit on ${OPEN}
     window older as (partition by subsidy.funder_kind, subsidy.funder_id order by subsidy.id)
   ), paid as (
     update settlement.subsidy set received_fen = received_fen + least(debt.open_fen, debt.credit_fen - debt.before_fen)
       from debt where subsidy.id = debt.id and debt.before_fen < debt.credit_fen
     returning subsidy.id, subsidy.line_id, subsidy.supplier_id, subsidy.funder_kind, subsidy.funder_id,
               least(debt.open_fen, debt.credit_fen - debt.before_fen)::bigint as fen
   ), receipt as (
     insert into settlement.subsidy_receipt (id, funder_kind, funder_id, amount_fen, bank_reference, received_on, recorded_by, recorded_at, from_credit)
     select id, funder_kind, funder_id, fen, 'credit ' || id, $1, 'system:settlement', $2, true
       from (select uuidv7() as id, funder_kind, funder_id, sum(fen)::bigint as fen from paid group by funder_kind, funder_id) one
     returning id, funder_kind, funder_id
   ), part as (
     select receipt.id as receipt_id, paid.*
       from paid join receipt on receipt.funder_kind = paid.funder_kind and receipt.funder_id is not distinct from paid.funder_id
   ), kept as (
     insert into settlement.subsidy_part (subsidy_id, receipt_id, line_id, amount_fen, received_on) select id, receipt_id, line_id, fen, $1 from part
   )
   select receipt_id, funder_kind, funder_id, supplier_id, sum(fen)::bigint as fen, array_agg(distinct line_id) as line_ids
     from part group by receipt_id, funder_kind, funder_id, supplier_id order by funder_kind, funder_id, supplier_id`,
);

export interface FunderCreditRow {
  funder_id: string;
  funder_name: string;
  fen: bigint;
  open_fen: bigint;
  awaited_fen: bigint;
}

/**
 * What organisations ($1, null: all) have back: what they owe beside it, which it pays first, and what of it suppliers are still to give
 * back themselves, so that it is not there to be sent.
 */
export const funderCredits = statement<FunderCreditRow>(
  'settlement.funder_credits',
  `select credit.funder_id, funder.name_zh as funder_name, credit.fen::bigint as fen, owed.fen as open_fen, awaited.fen as awaited_fen
     from (${CREDIT}) credit join registry.organisation_v funder on funder.id = credit.funder_id
    cross join lateral (select coalesce(sum(amount_fen - received_fen - withdrawn_fen), 0)::bigint as fen from settlement.subsidy where ${OPEN}) owed
    cross join lateral (
      select coalesce(sum(least(back.fen, balance.balance_fen)), 0)::bigint as fen
        from (select supplier_id, sum(paid_fen) as fen from settlement.subsidy_back join settlement.subsidy on subsidy.id = subsidy_id
               where subsidy.funder_kind = 'organisation' and subsidy.funder_id = credit.funder_id group by supplier_id) back
        join ledger.account_v account on account.code = 'supplierReceivable' and account.owner_id = back.supplier_id
        join ledger.balance_v balance on balance.account_id = account.id and balance.balance_fen > 0) awaited
    where credit.funder_kind = 'organisation' and ($1::uuid is null or credit.funder_id = $1)
    order by funder.name_zh, credit.funder_id`,
);

/** Whoever pays a funder back does so alone: of two the second sees what the first has left. */
export const lockFunder = statement(
  'settlement.lock_funder',
  `select pg_advisory_xact_lock(hashtextextended('settlement.funder ' || $1, 0))`,
);

export const insertReturn = statement(
  'settlement.insert_subsidy_return',
  `insert into settlement.subsidy_return (id, funder_id, amount_fen, bank_reference, paid_on, entered_by, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
