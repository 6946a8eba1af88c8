import { statement } from '@xihuo/platform';
import { LEFT } from './rebate.sql';

/**
 * Of the second rebates of a part of an order ($1), what is to go back by rule and is not open any more, since it was funded. What was
 * put right and is counted for what stands in its place is none of it. The debts are held, in id order.
 */
export const fundedBeyond = statement<{ id: string; fen: bigint }>(
  'benefit.funded_rebates_beyond',
  `with beyond as materialized (
     select obligation.id, least(obligation.funded_fen, obligation.amount_fen - (${LEFT}) - obligation.reversed_fen
                                   - greatest(0, rebate.corrected_fen - obligation.reversed_fen)) as fen
       from benefit.rebate join benefit.sale on sale.id = rebate.sale_id
       join benefit.obligation on obligation.id = rebate.obligation_id
      where obligation.funded_fen > 0 and sale.id in (
              select sold.sale_id from benefit.sale_line sold join ordering.order_line_v line on line.id = sold.line_id
               where line.supplier_order_id = $1)
      order by obligation.id for update of obligation
   )
   select id, fen::bigint as fen from beyond where fen > 0 order by id`,
);

/** Keeps what of shares went back for a refund ($1; $2 a list of parts, $3 rule version): the debts are so much less, and had so much less. */
export const keepSharesBack = statement<{ id: string; whole: boolean }>(
  'benefit.keep_shares_back',
  `with kept as (
     insert into benefit.share_back (obligation_id, run_id, source_id, amount_fen, rule_version)
     select obligation_id, run_id, $1, fen, $3
       from jsonb_to_recordset($2::jsonb) as part (obligation_id uuid, run_id uuid, fen bigint)
     returning obligation_id, amount_fen
   )
   update benefit.obligation set funded_fen = funded_fen - back.fen, reversed_fen = reversed_fen + back.fen
     from (select obligation_id, sum(amount_fen)::bigint as fen from kept group by obligation_id) back
    where obligation.id = back.obligation_id
   returning obligation.id, reversed_fen = amount_fen as whole`,
);
