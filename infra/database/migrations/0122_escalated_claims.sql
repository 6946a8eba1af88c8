-- What of a line is still free: neither given back, nor held, nor claimed in an open after-sale case. Both who holds and who shows
-- what may be disputed read it here.
create view ordering.line_money_v as
  select line.id as line_id, line.order_id, line.supplier_order_id, line.amount_fen,
         (line.amount_fen - coalesce(progress.refund_fen, 0) - held.fen - claimed.fen)::bigint as free_fen, held.open > 0 as held
    from ordering.order_line line
    left join ordering.line_progress progress on progress.line_id = line.id
   cross join lateral (
     select coalesce(sum(coalesce(hold.refund_fen, hold.held_fen)), 0) as fen, count(*) filter (where hold.closed_at is null) as open
       from ordering.line_hold hold where hold.line_id = line.id) held
   cross join lateral (
     select coalesce(sum(item.amount_fen), 0) as fen
       from ordering.after_sale_line item join ordering.after_sale claim on claim.id = item.case_id
      where item.line_id = line.id and claim.state not in ('refunding', 'refunded', 'withdrawn', 'closed')) claimed;

-- A claim with what was said and shown in it: a dispute takes it over whole.
create view ordering.after_sale_claim_v as
  select claim.id, claim.order_id, claim.supplier_order_id, claim.kind, claim.reason, claim.words, claim.answer,
         array(select file_id from ordering.after_sale_photo photo where photo.case_id = claim.id order by file_id) as photo_ids
    from ordering.after_sale claim;

-- A claim becomes one dispute.
alter table dispute.dispute_case add column after_sale_id uuid unique;

grant select on ordering.line_money_v, ordering.after_sale_claim_v to xihuo_app, xihuo_auditor;
