-- Whoever bought follows an order: what the goods look like, what it was asked to the seller, that the seller was reminded, that there is
-- more time to receive it, and which of its lines are still to be reviewed.

-- A supplier's first published photograph of a product, in its smallest rendition.
create view catalogue.seller_photo_v as
  select content.supplier_id, content.product_id, small.path
    from catalogue.listing_content content
    join catalogue.picture on picture.id = (content.content -> 'pictures' ->> 0)::uuid and picture.state = 'ready'
   cross join lateral (
     select '/api/v1/pictures/' || encode(rendition.sha256, 'hex') || '.webp' as path
       from catalogue.picture_rendition rendition
      where rendition.picture_id = picture.id and rendition.format = 'webp' order by rendition.width limit 1) small;
grant select on catalogue.seller_photo_v to xihuo_app, xihuo_auditor;

-- What a buyer wrote to the seller with the order.
create table ordering.part_remark (
  supplier_order_id uuid primary key references ordering.supplier_order,
  words text not null check (length(words) between 1 and 200)
);
grant select, insert on ordering.part_remark to xihuo_app;
grant select on ordering.part_remark to xihuo_auditor;

alter table ordering.supplier_order
  add column reminded_at timestamptz,
  -- Days by which the buyer put the receipt off, once.
  add column extended_days integer check (extended_days > 0);

-- Lines of which a review was written, told by whoever keeps the reviews.
create table ordering.reviewed_line (line_id uuid primary key references ordering.order_line);
insert into ordering.reviewed_line select line_id from dispute.review;
grant select, insert on ordering.reviewed_line to xihuo_app;
grant select on ordering.reviewed_line to xihuo_auditor;

-- Where a house lives already; a new one is seeded with it.
insert into registry.policy (key, value, effective_from, source)
select 'fulfilment.extendReceiptDays', '5', '2026-01-01', '平台规则初始设定，可按规则变更程序调整'
 where exists (select from registry.policy where policy.key = 'fulfilment.autoReceiptDays')
on conflict do nothing;
