import { statement } from '@xihuo/platform';
import { UNSTATED_PAYMENTS } from './payout/unstated';

export interface MadeStatement {
  supplier_id: string;
  fee_fen: bigint;
  payable_fen: bigint;
  netted_fen: bigint;
}

/**
 * The statements of some suppliers ($2) of a run ($1) up to $3 by the rule $4: of what the run has settled, with the corrections, late
 * refunds and what else was approved, and the payments the bank told of, before the run was prepared, where they are on no statement yet: however
 * long it rests, it says the same. All is read and marked in this one statement, before anything of it is booked, so that books and rows
 * are of one moment: a statement opens with what the one before closed with. Where $5 is so, what a supplier is to give back is netted out of what it has and is on no payout list.
 */
export const makeStatements = statement<MadeStatement>(
  'settlement.make_statements',
  `with taken as materialized (
     select supplier_id, sum(gross_fen) as gross_fen, sum(refund_fen) as refund_fen, sum(subsidy_fen) as subsidy_fen, sum(fee_fen) as fee_fen,
            sum(farmer_dues_fen) as farmer_dues_fen, sum(payable_fen) as payable_fen
       from settlement.line where run_id = $1 and supplier_id = any ($2::uuid[]) group by supplier_id
   ), owed as (
     select supplier_id, sum(amount_fen) as fen from settlement.subsidy where run_id = $1 and supplier_id = any ($2::uuid[]) group by supplier_id
   ), approved as materialized (
     select id, supplier_id, kind, amount_fen, decided_at <= (select created_at from settlement.run where id = $1) as is_in
       from settlement.adjustment where state = 'approved' and supplier_id = any ($2::uuid[])
   ), changed as (
     select supplier_id, coalesce(sum(amount_fen) filter (where kind not in ('lateRefund', 'subsidyOff')), 0) as fen,
            coalesce(sum(amount_fen) filter (where kind = 'correction' and amount_fen > 0), 0) as more_fen,
            coalesce(-sum(amount_fen) filter (where kind = 'correction' and amount_fen < 0), 0) as less_fen,
            coalesce(-sum(amount_fen) filter (where kind = 'lateRefund'), 0) as late_fen,
            coalesce(sum(amount_fen) filter (where kind not in ('correction', 'subsidyOff')), 0) as booked_fen
       from approved where is_in group by supplier_id
   ), later as (
     select supplier_id, sum(amount_fen) as booked_fen from approved where kind not in ('correction', 'subsidyOff') and not is_in group by supplier_id
   ), paid as materialized (
     select item.payee_id as supplier_id, event.item_id, event.event,
            case event.event when 'pay' then item.amount_fen else -item.amount_fen end as fen,
            event.told_at <= (select created_at from settlement.run where id = $1) as is_in
       from ${UNSTATED_PAYMENTS}
      where item.payee_id = any ($2::uuid[])
   ), held as (
     select owner_id as supplier_id, coalesce(sum(balance_fen) filter (where code = 'supplierPayable'), 0) as has_fen,
            coalesce(sum(balance_fen) filter (where code = 'supplierReceivable'), 0) as owes_fen
       from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
      where code in ('supplierPayable', 'supplierReceivable') and owner_id = any ($2::uuid[]) group by owner_id
   ), spare as (
     select supplier_id, sum(amount_fen) as fen from settlement.payout_due
      where supplier_id = any ($2::uuid[]) and payee_id = supplier_id and purpose = 'payable' and item_id is null group by supplier_id
   ), said as materialized (
     select supplier.id as supplier_id, coalesce(held.has_fen, 0) - coalesce(held.owes_fen, 0) + coalesce(out.fen, 0) + coalesce(out.later_fen, 0)
              - coalesce(changed.booked_fen, 0) - coalesce(later.booked_fen, 0) as opening_fen,
            coalesce(taken.gross_fen, 0) as gross_fen, coalesce(taken.refund_fen, 0) as refund_fen, coalesce(taken.subsidy_fen, 0) as subsidy_fen,
            coalesce(owed.fen, 0) as subsidy_owed_fen, coalesce(taken.fee_fen, 0) as fee_fen, coalesce(taken.farmer_dues_fen, 0) as farmer_dues_fen,
            coalesce(taken.payable_fen, 0) as payable_fen, coalesce(changed.fen, 0) as adjustment_fen,
            coalesce(changed.late_fen, 0) as late_refund_fen, coalesce(out.fen, 0) as payout_fen,
            case when $5::boolean
                 then greatest(0, least(coalesce(held.owes_fen, 0) + coalesce(changed.less_fen, 0),
                                        coalesce(spare.fen, 0) + coalesce(taken.payable_fen, 0) + coalesce(changed.more_fen, 0))) else 0 end as netted_fen,
            taken.supplier_id is not null or changed.supplier_id is not null or coalesce(out.fen, 0) <> 0 as is_moved
       from unnest($2::uuid[]) as supplier (id)
       left join taken on taken.supplier_id = supplier.id
       left join owed on owed.supplier_id = supplier.id
       left join changed on changed.supplier_id = supplier.id
       left join held on held.supplier_id = supplier.id
       left join spare on spare.supplier_id = supplier.id
       left join later on later.supplier_id = supplier.id
       left join (select supplier_id, sum(fen) filter (where is_in) as fen, sum(fen) filter (where not is_in) as later_fen
                    from paid group by supplier_id) out on out.supplier_id = supplier.id
   ), made as (
     insert into settlement.statement (run_id, supplier_id, period_end, opening_fen, gross_fen, refund_fen, subsidy_fen, subsidy_owed_fen, fee_fen,
                                       farmer_dues_fen, payable_fen, adjustment_fen, late_refund_fen, payout_fen, netted_fen, closing_fen, rule_version)
     select $1, supplier_id, $3, opening_fen, gross_fen, refund_fen, subsidy_fen, subsidy_owed_fen, fee_fen, farmer_dues_fen, payable_fen,
            adjustment_fen, late_refund_fen, payout_fen, netted_fen,
            opening_fen + payable_fen + adjustment_fen - late_refund_fen - payout_fen, $4
       from said where is_moved or netted_fen > 0 order by supplier_id
     returning id, supplier_id, fee_fen, payable_fen, netted_fen
   ), stated as (
     insert into settlement.payout_stated (item_id, event, statement_id) select paid.item_id, paid.event, made.id from paid join made using (supplier_id) where paid.is_in
   ), posted as (
     update settlement.adjustment set state = 'posted', statement_id = made.id from made
      where adjustment.supplier_id = made.supplier_id and adjustment.id in (select id from approved where is_in)
   )
   select supplier_id, fee_fen, payable_fen, netted_fen from made order by supplier_id`,
);

/** The corrections that stand on the statements of some suppliers ($2) of a run ($1). */
export const postedCorrections = statement<{ id: string; supplier_id: string; amount_fen: bigint }>(
  'settlement.posted_corrections',
  `select adjustment.id, adjustment.supplier_id, adjustment.amount_fen
     from settlement.adjustment join settlement.statement on statement.id = adjustment.statement_id
    where statement.run_id = $1 and statement.supplier_id = any ($2::uuid[]) and adjustment.kind = 'correction' order by adjustment.id`,
);

/** Statements of some suppliers ($2) of a run ($1) that open with something else than the one before by the same rule closed with: there must be none. */
export const brokenStatements = statement<{ broken: number }>(
  'settlement.broken_statements',
  `select count(*)::integer as broken
     from settlement.statement
    cross join lateral (
      select closing_fen, rule_version from settlement.statement earlier
       where earlier.supplier_id = statement.supplier_id and earlier.period_end < statement.period_end
       order by earlier.period_end desc limit 1) before
    where run_id = $1 and supplier_id = any ($2::uuid[]) and before.rule_version = statement.rule_version
      and before.closing_fen <> opening_fen`,
);
