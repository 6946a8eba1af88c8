-- What the packs of a claim cost, whatever of it was asked for, stands on the claim: the next one shares out what is left of the
-- line, so that all of them together are what was paid, also where one was taken back. And what of a refund is freight is known:
-- whoever funds a discount of the goods gets it back in proportion to the goods alone.
alter table ordering.after_sale_line
  add column freight_fen bigint not null default 0,
  add column packs_goods_fen bigint not null default 0 check (packs_goods_fen >= 0),
  add column packs_freight_fen bigint not null default 0 check (packs_freight_fen >= 0);

update ordering.after_sale_line item
   set packs_goods_fen = div((line.amount_fen - line.freight_fen)::numeric * item.packs, line.quantity)::bigint,
       packs_freight_fen = div(line.freight_fen::numeric * item.packs, line.quantity)::bigint,
       freight_fen = case when claim.kind in ('cancel', 'short')
                            or claim.reason in ('quality', 'wrongGoods', 'shortPacks', 'damaged', 'late', 'soldOut', 'spoiled')
                          then div(item.amount_fen::numeric * line.freight_fen, line.amount_fen)::bigint else 0 end
  from ordering.order_line line, ordering.after_sale claim
 where line.id = item.line_id and claim.id = item.case_id;

alter table ordering.after_sale_line
  add constraint freight_is_part_of_refund check (freight_fen between 0 and amount_fen);

-- A pack that cost nothing can be cancelled; nothing else is claimed that brings nothing back.
alter table ordering.after_sale drop constraint after_sale_amount_fen_check,
  add constraint something_is_claimed check (amount_fen > 0 or (amount_fen = 0 and kind in ('cancel', 'short')));

alter table ordering.line_progress add column refund_freight_fen bigint not null default 0;
update ordering.line_progress progress set refund_freight_fen = back.fen
  from (select item.line_id, sum(item.freight_fen)::bigint as fen
          from ordering.after_sale_line item join ordering.after_sale claim on claim.id = item.case_id
         where claim.state in ('refunding', 'refunded') group by item.line_id) back
 where back.line_id = progress.line_id;
alter table ordering.line_progress
  add constraint freight_back_is_part_of_refund check (refund_freight_fen between 0 and refund_fen);

create or replace view ordering.line_progress_v as
  select line_id, supplier_order_id, shipped_packs, cancelled_packs, refund_fen, refund_freight_fen from ordering.line_progress;
