-- A supplier's part may leave in several parcels, and packs that never leave are cancelled and paid back. What has become of a
-- line stands in a row of its own, made when something first happens to it: the line itself stays as it was bought.

create table ordering.line_progress (
  line_id uuid primary key references ordering.order_line,
  supplier_order_id uuid not null references ordering.supplier_order,
  -- Copied from the line, so that the checks below are the database's.
  quantity integer not null,
  amount_fen bigint not null,
  shipped_packs integer not null default 0 check (shipped_packs >= 0),
  cancelled_packs integer not null default 0 check (cancelled_packs >= 0),
  -- Decided, whether or not the buyer has it yet.
  refund_fen bigint not null default 0,
  constraint never_more_packs_than_bought check (shipped_packs + cancelled_packs <= quantity),
  constraint never_more_back_than_paid check (refund_fen between 0 and amount_fen)
);
create index line_progress_part on ordering.line_progress (supplier_order_id);

alter table ordering.shipment drop constraint shipment_supplier_order_id_key;
create index shipment_supplier_order on ordering.shipment (supplier_order_id, id);

-- What lies in a parcel, line by line.
create table ordering.shipment_line (
  shipment_id uuid not null references ordering.shipment,
  line_id uuid not null references ordering.order_line,
  packs integer not null check (packs > 0),
  primary key (shipment_id, line_id)
);
create index shipment_line_line on ordering.shipment_line (line_id);

insert into ordering.shipment_line (shipment_id, line_id, packs)
select shipment.id, line.id, line.quantity
  from ordering.shipment join ordering.order_line line on line.supplier_order_id = shipment.supplier_order_id;
insert into ordering.line_progress (line_id, supplier_order_id, quantity, amount_fen, shipped_packs)
select line.id, line.supplier_order_id, line.quantity, line.amount_fen, line.quantity
  from ordering.order_line line join ordering.shipment using (supplier_order_id);

-- A movement of stock belongs to its order, and where there may be several of a kind, to the parcel or case that caused it.
alter table ordering.stock_movement
  add column cause_id uuid,
  drop constraint stock_movement_order_id_sku_id_kind_key;
create unique index stock_movement_once on ordering.stock_movement (order_id, sku_id, kind, cause_id) nulls not distinct
  where order_id is not null;

-- One lot may fill two parcels of a line.
alter table trace.movement
  drop constraint movement_pkey,
  add primary key (order_line_id, lot_id, shipment_id);

create view ordering.line_progress_v as
  select line_id, supplier_order_id, shipped_packs, cancelled_packs, refund_fen from ordering.line_progress;
create view ordering.shipment_line_v as select * from ordering.shipment_line;

grant select, insert, update on ordering.line_progress to xihuo_app;
grant select, insert on ordering.shipment_line to xihuo_app;
grant select on ordering.line_progress_v, ordering.shipment_line_v to xihuo_app;
grant select on ordering.line_progress, ordering.shipment_line, ordering.line_progress_v, ordering.shipment_line_v to xihuo_auditor;

-- What a carrier says of a parcel: every event once, and where the parcel stands by them.
create table ordering.parcel_event (
  id uuid primary key default uuidv7(),
  shipment_id uuid not null references ordering.shipment,
  kind text not null check (kind in ('accepted', 'inTransit', 'outForDelivery', 'delivered', 'problem', 'returned')),
  place text,
  note text,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  unique (shipment_id, kind, happened_at)
);
create table ordering.parcel_news (
  shipment_id uuid primary key references ordering.shipment,
  kind text not null,
  happened_at timestamptz not null,
  delivered_at timestamptz,
  -- When the carrier was last asked.
  asked_at timestamptz
);
create index supplier_order_shipped on ordering.supplier_order (shipped_at, id) where state = 'shipped';

grant select, insert on ordering.parcel_event to xihuo_app;
grant select, insert, update on ordering.parcel_news to xihuo_app;
grant select on ordering.parcel_event, ordering.parcel_news to xihuo_auditor;
