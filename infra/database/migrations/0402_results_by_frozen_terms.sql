-- What an organisation bought as a public buyer stays purchased: the kind of payer is read from the terms that were frozen into the
-- purchase order. Read from the account, a new kind that holds from now on moved every order of before to the other column.
create or replace view ordering.line_outcome_v as
  select line.id as line_id, line.order_id, line.supplier_order_id, part.supplier_id, part.state, line.product_id,
         line.venue_id, line.campaign_id, line.lead_id,
         line.quantity - coalesce(progress.cancelled_packs, 0) as packs,
         line.amount_fen, line.amount_fen - line.freight_fen as goods_fen, back.fen as back_fen,
         -- Of it what was paid for goods, without their freight: whoever funds a discount bears it for what was kept.
         case when part.state = 'cancelled' then line.amount_fen - line.freight_fen
              else least(line.amount_fen - line.freight_fen, back.fen - coalesce(progress.refund_freight_fen, 0)) end as back_goods_fen,
         placed.placed_at, placed.number as order_number, placed.region_code, placed.organisation_id,
         -- Who paid out of a public budget, by the law's own kinds of payers (domain: 采购 is what they buy, 帮销 all else), as it was frozen
         -- into the purchase order.
         coalesce(purchase.terms ->> 'payerKind' = 'publicBuyer', false) as public_buyer,
         line.product_name, line.pack, line.net_grams, line.freight_fen
    from ordering.order_line line
    join ordering.supplier_order part on part.id = line.supplier_order_id
    join ordering.customer_order placed on placed.id = line.order_id
    left join ordering.purchase_order purchase on purchase.order_id = placed.id
    left join ordering.line_progress progress on progress.line_id = line.id
   cross join lateral (
     select case when part.state = 'cancelled' then line.amount_fen
                 else least(line.amount_fen, coalesce(progress.refund_fen, 0)
                   + (select coalesce(sum(hold.refund_fen), 0) from ordering.line_hold hold where hold.line_id = line.id)
                   + (select coalesce(sum(late.amount_fen), 0) from ordering.late_refund late where late.line_id = line.id)) end::bigint as fen) back
   where placed.paid_at is not null or placed.state = 'onTerms';

-- What the account says today is in no result any more.
drop trigger results_changed on ordering.business_account;
drop function insight.mark_payer();

-- Orders that were counted by another kind than their own.
insert into insight.sales_stale (day)
select distinct (placed.placed_at at time zone 'Asia/Shanghai')::date
  from ordering.purchase_order purchase
  join ordering.customer_order placed on placed.id = purchase.order_id
  join ordering.business_account account on account.organisation_id = purchase.organisation_id
 where (placed.paid_at is not null or placed.state = 'onTerms') and account.payer_kind is distinct from purchase.terms ->> 'payerKind';
