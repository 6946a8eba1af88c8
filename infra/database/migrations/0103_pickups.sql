-- Orders that the buyer picks up at a venue. What is sent there is a supplier's part like any other; the counter takes it in and
-- hands it over against the code of the order, which rests nowhere: it is derived from the order's id by a key of the server.

-- Whose people stand behind the counter of a venue: they take in what is sent there and hand it over.
alter table catalogue.venue add column keeper_id uuid;
create index venue_keeper on catalogue.venue (keeper_id) where keeper_id is not null;

create or replace view catalogue.venue_v as
  select id, slug, kind, state, name_zh, name_en, region_code, pickup, address, phone, opening_times, shut_on, keeper_id
    from catalogue.venue;

create table ordering.pickup (
  order_id uuid primary key references ordering.customer_order,
  venue_id uuid not null
);
create index pickup_venue on ordering.pickup (venue_id, order_id);

-- A part without a row is expected.
create table ordering.pickup_part (
  supplier_order_id uuid primary key references ordering.supplier_order,
  state text not null check (state in ('arrived', 'handedOver')),
  arrived_at timestamptz not null,
  arrived_by uuid not null,
  handed_at timestamptz,
  handed_by uuid,
  constraint handed_by_somebody check ((state = 'handedOver') = (num_nonnulls(handed_at, handed_by) = 2))
);

grant select, insert on ordering.pickup to xihuo_app;
grant select, insert, update on ordering.pickup_part to xihuo_app;
grant select on ordering.pickup, ordering.pickup_part to xihuo_auditor;
