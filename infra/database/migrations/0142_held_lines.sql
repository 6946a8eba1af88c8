-- A line whose claim is on its way to the platform counts as held for whoever asks, before the dispute holds its money: nobody is
-- offered a dispute about it that would be refused.
create or replace view ordering.line_money_v as
  select line.id as line_id, line.order_id, line.supplier_order_id, line.amount_fen,
         (line.amount_fen - coalesce(progress.refund_fen, 0) - held.fen - claimed.fen)::bigint as free_fen,
         held.open > 0 or claimed.escalated as held
    from ordering.order_line line
    left join ordering.line_progress progress on progress.line_id = line.id
   cross join lateral (
     select coalesce(sum(coalesce(hold.refund_fen, hold.held_fen)), 0) as fen, count(*) filter (where hold.closed_at is null) as open
       from ordering.line_hold hold where hold.line_id = line.id) held
   cross join lateral (
     select coalesce(sum(item.amount_fen), 0) as fen, coalesce(bool_or(claim.state = 'escalated'), false) as escalated
       from ordering.after_sale_line item join ordering.after_sale claim on claim.id = item.case_id
      where item.line_id = line.id and claim.state not in ('refunding', 'refunded', 'withdrawn', 'closed')) claimed;

-- What of a part was given back by awards is asked part by part.
create index line_hold_part on ordering.line_hold (supplier_order_id);
