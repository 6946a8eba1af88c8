-- Products that somebody keeps, with the price and the stock they last heard of: a lower price and goods that are back are told once.
create table catalogue.favourite (
  person_id uuid not null,
  product_id uuid not null references catalogue.product,
  kept_at timestamptz not null,
  -- The lowest it cost since it was kept, among what could be had; null where nothing could.
  seen_fen bigint check (seen_fen > 0),
  -- Nobody had any the last time it was looked at.
  seen_out boolean not null,
  primary key (person_id, product_id)
);
create index favourite_product on catalogue.favourite (product_id);

grant select, insert, update, delete on catalogue.favourite to xihuo_app;
-- Nobody audits what somebody likes.
revoke select on catalogue.favourite from xihuo_auditor;
