import { statement } from '@xihuo/platform';

export interface UnpaidRebateRow {
  obligation_id: string;
  run_id: string;
  payee_id: string;
  fen: bigint;
}

/**
 * Of funded rebates that are to go back ($1: debts and fen), what their payees were not paid and is on no payout list, the newest run
 * first, in all no more than $2. What is on a list is on its way, and stays.
 */
export const unpaidRebates = statement<UnpaidRebateRow>(
  'settlement.unpaid_rebates',
  `with wanted as (
     select obligation_id, fen as wanted_fen from jsonb_to_recordset($1::jsonb) as item (obligation_id uuid, fen bigint)
   ), given as materialized (
     select share.obligation_id, share.run_id, share.payee_id, sum(share.amount_fen) as given_fen
       from benefit.share_v share
       join settlement.payout_due due on due.run_id = share.run_id and due.supplier_id = share.supplier_id and due.payee_id = share.payee_id
        and due.purpose = 'share' and due.adjustment_id is null and due.item_id is null
      where share.obligation_id in (select obligation_id from wanted) group by 1, 2, 3
   ), unpaid as materialized (
     select given.obligation_id, given.run_id, given.payee_id, given_fen - coalesce((select sum(amount_fen) from benefit.share_back_v back
              where (back.obligation_id, back.run_id) = (given.obligation_id, given.run_id)), 0) as unpaid_fen
       from given
   ), taken as materialized (
     select unpaid.*, least(unpaid_fen, greatest(0, wanted_fen - (sum(unpaid_fen) over newer - unpaid_fen))) as taken_fen
       from unpaid join wanted using (obligation_id) window newer as (partition by obligation_id order by run_id desc)
   ), capped as (
     select taken.*, least(taken_fen, greatest(0, $2::bigint - (sum(taken_fen) over (order by obligation_id, run_id) - taken_fen)))::bigint as fen from taken
   )
   select obligation_id, run_id, payee_id, fen from capped where fen > 0 order by obligation_id, run_id`,
);

/** Of what goes back for an adjustment ($1; $2 the parts), so much less is due to each payee, by the run that had settled it. */
export const dueLess = statement(
  'settlement.due_less',
  `insert into settlement.payout_due (run_id, supplier_id, payee_kind, payee_id, purpose, amount_fen, adjustment_id)
   select due.run_id, due.supplier_id, due.payee_kind, due.payee_id, due.purpose, -sum(part.fen), $1
     from jsonb_to_recordset($2::jsonb) as part (run_id uuid, payee_id uuid, fen bigint)
     join settlement.adjustment on adjustment.id = $1
     join settlement.payout_due due on due.run_id = part.run_id and due.supplier_id = adjustment.supplier_id and due.payee_id = part.payee_id
      and due.purpose = 'share' and due.adjustment_id is null and due.item_id is null
    group by due.run_id, due.supplier_id, due.payee_kind, due.payee_id, due.purpose`,
);
