-- A buyer may want other packs instead of money: exchanged against what is sent back, or sent once more where they never came or came
-- spoiled. Until the other packs are there the claim stays open, so nothing of the line is released; where they are not sent in time
-- the claim becomes the refund it was priced at.
alter table ordering.after_sale
  drop constraint after_sale_kind_check,
  add constraint after_sale_kind_check check (kind in ('cancel', 'short', 'damage', 'return', 'refundOnly', 'exchange', 'resend')),
  drop constraint after_sale_state_check,
  add constraint after_sale_state_check check (state in
    ('requested', 'awaitingReturn', 'returning', 'replacing', 'replacementSent', 'refused', 'escalated', 'refunding', 'refunded',
     'replaced', 'withdrawn', 'closed'));

-- The parcel in which a claim's packs are sent instead of those the line was sent with; it counts for nothing that was bought.
alter table ordering.shipment add column case_id uuid references ordering.after_sale;
create unique index shipment_case on ordering.shipment (case_id) where case_id is not null;

-- What left a lot in place of packs that were sent before: it is on the way of the goods, and no sale.
alter table trace.movement add column in_place boolean not null default false;
create or replace view trace.movement_v as
  select movement.order_line_id, movement.lot_id, movement.shipment_id, movement.packs, movement.grams, movement.moved_at,
         lot.code as lot_code, lot.product_id, lot.supplier_id, movement.in_place
    from trace.movement join trace.lot on lot.id = movement.lot_id;

-- A claim that ended with other packs keeps none of its line's money.
create or replace view ordering.line_money_v as
  select line.id as line_id, line.order_id, line.supplier_order_id, line.amount_fen,
         (line.amount_fen - coalesce(progress.refund_fen, 0) - held.fen - claimed.fen - late.fen)::bigint as free_fen,
         held.open > 0 or claimed.escalated as held
    from ordering.order_line line
    left join ordering.line_progress progress on progress.line_id = line.id
   cross join lateral (
     select coalesce(sum(coalesce(hold.refund_fen, hold.held_fen)), 0) as fen, count(*) filter (where hold.closed_at is null) as open
       from ordering.line_hold hold where hold.line_id = line.id) held
   cross join lateral (
     select coalesce(sum(item.amount_fen), 0) as fen, coalesce(bool_or(claim.state = 'escalated'), false) as escalated
       from ordering.after_sale_line item join ordering.after_sale claim on claim.id = item.case_id
      where item.line_id = line.id and claim.state not in ('refunding', 'refunded', 'replaced', 'withdrawn', 'closed')) claimed
   cross join lateral (select coalesce(sum(amount_fen), 0) as fen from ordering.late_refund where late_refund.line_id = line.id) late;

-- Where a house lives already; a new one is seeded with it.
insert into registry.policy (key, value, effective_from, source)
select 'afterSale.replaceDays', '3', '2026-01-01', '平台规则初始设定，可按规则变更程序调整'
 where exists (select from registry.policy where policy.key = 'afterSale.answerHours')
on conflict do nothing;
