-- What became of the lines of orders that went ahead, paid or on terms: what was bought, and what of it went back to the buyer for
-- whatever reason. A part that was called off went back as a whole.
create view ordering.line_outcome_v as
  select line.id as line_id, line.order_id, line.supplier_order_id, part.supplier_id, part.state, line.product_id,
         line.venue_id, line.campaign_id, line.lead_id,
         line.quantity - coalesce(progress.cancelled_packs, 0) as packs,
         line.amount_fen, line.amount_fen - line.freight_fen as goods_fen, back.fen as back_fen,
         -- Of it what was paid for goods, without their freight: whoever funds a discount bears it for what was kept.
         case when part.state = 'cancelled' then line.amount_fen - line.freight_fen
              else least(line.amount_fen - line.freight_fen, back.fen - coalesce(progress.refund_freight_fen, 0)) end as back_goods_fen
    from ordering.order_line line
    join ordering.supplier_order part on part.id = line.supplier_order_id
    join ordering.customer_order placed on placed.id = line.order_id
    left join ordering.line_progress progress on progress.line_id = line.id
   cross join lateral (
     select case when part.state = 'cancelled' then line.amount_fen
                 else least(line.amount_fen, coalesce(progress.refund_fen, 0)
                   + (select coalesce(sum(hold.refund_fen), 0) from ordering.line_hold hold where hold.line_id = line.id)
                   + (select coalesce(sum(late.amount_fen), 0) from ordering.late_refund late where late.line_id = line.id)) end::bigint as fen) back
   where placed.paid_at is not null or placed.state = 'onTerms';

-- What a promotion is called, for whoever tells what it cost.
create view ordering.promotion_name_v as select id, name_zh, name_en from ordering.promotion;

-- A fair is told of once it was published, whether or not it was called off later.
create or replace view catalogue.fair_v as
  select id, slug, state, name_zh, name_en, starts_on, ends_on, published_at from catalogue.fair;

create index line_discount_promotion on ordering.line_discount (promotion_id);

grant select on ordering.line_outcome_v, ordering.promotion_name_v to xihuo_app, xihuo_auditor;
