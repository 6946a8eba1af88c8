import { statement } from '@xihuo/platform';
import { GIVEN_BACK } from './receivable.sql';

/**
 * Parts of one purchase order ($2), or those an organisation ($1) accepted in a month ($3 first instant, $4 first of the next). What
 * was ordered is what was credited, paid, is open, or not due yet, to the fen.
 */
const PARTS = `
  select part.id, part.state, part.received_at, part.amount_fen, purchase.number as purchase_number, purchase.own_number, purchase.id as purchase_id,
         supplier.name_zh as supplier_name,
         (case when part.state = 'cancelled' then part.amount_fen else ${GIVEN_BACK} end)::bigint as credited_fen,
         (case when owed.supplier_order_id is not null then owed.paid_fen - owed.credited_paid_fen
               when part.state <> 'cancelled' and placed.state = 'paid' and purchase.terms ->> 'payment' = 'payFirst'
               then part.amount_fen - ${GIVEN_BACK}
               else 0 end)::bigint as paid_fen,
         coalesce(owed.open_fen, 0)::bigint as open_fen, owed.due_on::text as due_on
    from ordering.purchase_order purchase
    join ordering.customer_order placed on placed.id = purchase.order_id
    join ordering.supplier_order part on part.order_id = placed.id
    join registry.organisation_v supplier on supplier.id = part.supplier_id
    left join ordering.receivable owed on owed.supplier_order_id = part.id
   where purchase.organisation_id = $1
     and (purchase.id = $2::uuid or ($2::uuid is null and part.received_at >= $3 and part.received_at < $4))`;

export interface NotePart {
  purchase_number: string;
  own_number: string;
  supplier_name: string;
  accepted_on: string | null;
  due_on: string | null;
  ordered_fen: bigint;
  credited_fen: bigint;
  paid_fen: bigint;
  open_fen: bigint;
  not_due_fen: bigint;
}

export const notePartsOf = statement<NotePart>(
  'ordering.settlement_note_parts',
  `select part.purchase_number, part.own_number, part.supplier_name, part.due_on,
          to_char(part.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as accepted_on, part.amount_fen as ordered_fen,
          part.credited_fen, part.paid_fen, part.open_fen,
          (part.amount_fen - part.credited_fen - part.paid_fen - part.open_fen)::bigint as not_due_fen
     from (${PARTS}) part order by part.purchase_id, part.supplier_name, part.id limit 5000`,
);

export interface NoteLine {
  purchase_number: string;
  own_number: string;
  supplier_name: string;
  product_name: string;
  pack: string;
  ordered_packs: number;
  sent_packs: number;
  accepted_packs: number;
  refused_packs: number;
  amount_fen: bigint;
  credited_fen: bigint;
}

/** Packs sent are accepted with their part, but for those that were given back for what was wrong with them. */
export const noteLinesOf = statement<NoteLine>(
  'ordering.settlement_note_lines',
  `select part.purchase_number, part.own_number, part.supplier_name, line.product_name, line.pack, line.quantity as ordered_packs,
          coalesce(progress.shipped_packs, 0) as sent_packs, refused.packs as refused_packs,
          case when part.state in ('received', 'released') then greatest(coalesce(progress.shipped_packs, 0) - refused.packs, 0)
               else 0 end as accepted_packs,
          line.amount_fen,
          (case when part.state = 'cancelled' then line.amount_fen
                else coalesce(progress.refund_fen, 0)
                     + (select coalesce(sum(hold.refund_fen), 0) from ordering.line_hold hold where hold.line_id = line.id)
                     + (select coalesce(sum(late.amount_fen), 0) from ordering.late_refund late where late.line_id = line.id)
           end)::bigint as credited_fen
     from (${PARTS}) part
     join ordering.order_line line on line.supplier_order_id = part.id
     left join ordering.line_progress progress on progress.line_id = line.id
    cross join lateral (
      select least(coalesce(sum(claimed.packs), 0), coalesce(progress.shipped_packs, 0))::integer as packs
        from ordering.after_sale_line claimed join ordering.after_sale item on item.id = claimed.case_id
       where claimed.line_id = line.id and item.kind not in ('cancel', 'short') and item.state in ('refunding', 'refunded')
    ) refused
    order by part.purchase_id, part.supplier_name, line.product_name, line.id limit 10000`,
);
