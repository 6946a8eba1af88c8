-- Photos that buyers put beside a review: kept before it, named by it, and then as lasting as its words. A small one stands beside
-- each for lists.
create table dispute.review_photo (
  file_id uuid primary key,
  small_id uuid not null unique,
  order_id uuid not null,
  kept_at timestamptz not null,
  -- The review that shows it, and its place there; null until one does.
  review_id uuid references dispute.review,
  place smallint check (place between 1 and 9),
  check ((review_id is null) = (place is null)),
  unique (review_id, place)
);
create index review_photo_order on dispute.review_photo (order_id);

-- How many photos stand beside it: what a list of those with photos is read by.
alter table dispute.review add column photos smallint not null default 0 check (photos between 0 and 9);
create index review_product_photos on dispute.review (product_id, id desc) where photos > 0;

grant select, insert, update (review_id, place) on dispute.review_photo to xihuo_app;
grant select on dispute.review_photo to xihuo_auditor;
