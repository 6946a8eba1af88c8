-- From which harvest: what households delivered into a lot, and what left it. Weights are whole grams.

create table trace.lot (
  id uuid primary key default uuidv7(),
  code text not null unique check (code ~ '^[A-Z0-9-]{6,40}$'),
  supplier_id uuid not null,
  product_id uuid not null,
  produced_on date not null,
  -- Grams that may leave as packs: deliveries and own output through the yield. Kept in one row per lot, so that two
  -- shipments from the same lot queue on it and cannot both take the last kilogram.
  received_grams bigint not null default 0 check (received_grams >= 0),
  shipped_grams bigint not null default 0 check (shipped_grams >= 0),
  -- The supplier agreed to show who earned what.
  breakdown_public boolean not null default false,
  created_at timestamptz not null,
  constraint mass_balance check (shipped_grams <= received_grams)
);
create index lot_supplier on trace.lot (supplier_id, product_id, id);
-- The newest lots of a product, for its page.
create index lot_product on trace.lot (product_id, produced_on desc, code);

create table trace.delivery (
  id uuid primary key default uuidv7(),
  lot_id uuid not null references trace.lot,
  household_id uuid not null,
  grams bigint not null check (grams > 0),
  delivered_on date not null,
  -- Grams that the delivery yields as goods, through grading and processing.
  yield_grams bigint not null check (yield_grams > 0 and yield_grams <= grams),
  confirmed_at timestamptz,
  confirmed_by text,
  unique (lot_id, household_id, delivered_on)
);
create index delivery_household on trace.delivery (household_id, id);

create table trace.own_output (
  id uuid primary key default uuidv7(),
  lot_id uuid not null references trace.lot,
  grams bigint not null check (grams > 0),
  recorded_on date not null,
  unique (lot_id, recorded_on)
);

-- What left a lot, written through trace's door inside the shipment's transaction.
create table trace.movement (
  order_line_id uuid not null,
  lot_id uuid not null references trace.lot,
  shipment_id uuid not null,
  packs integer not null check (packs > 0),
  grams bigint not null check (grams > 0),
  moved_at timestamptz not null,
  primary key (order_line_id, lot_id)
);
create index movement_lot on trace.movement (lot_id, order_line_id);

create view trace.lot_v as
  select lot.*, (select count(distinct household_id) from trace.delivery where delivery.lot_id = lot.id)::int as households
    from trace.lot;
create view trace.delivery_v as select id, lot_id, household_id, grams, delivered_on, confirmed_at from trace.delivery;
create view trace.movement_v as
  select movement.*, lot.code as lot_code, lot.product_id, lot.supplier_id
    from trace.movement join trace.lot on lot.id = movement.lot_id;

grant select, insert on all tables in schema trace to xihuo_app;
grant update on trace.lot, trace.delivery to xihuo_app;
grant select on all tables in schema trace to xihuo_auditor;
