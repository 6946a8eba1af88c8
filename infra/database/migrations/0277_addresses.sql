-- Where an account has things sent. Sealed like the delivery of an order; the region is asked for by freight and areas.
create table ordering.address (
  id uuid constraint address_pkey primary key,
  person_id uuid not null,
  region_code text not null,
  -- Sealed: address, name and phone of the receiver.
  sealed bytea not null,
  tag text check (tag in ('home', 'work', 'school')),
  is_default boolean not null,
  changed_at timestamptz not null
);
create index address_person on ordering.address (person_id, changed_at desc);
create unique index address_default on ordering.address (person_id) where is_default;

grant select, insert, update, delete on ordering.address to xihuo_app;
-- Nobody audits where somebody lives.
revoke select on ordering.address from xihuo_auditor;
