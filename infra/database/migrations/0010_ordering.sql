-- Orders: one per purchase, split per supplier; what was agreed is frozen in the lines.

create sequence ordering.order_number;

create table ordering.stock (
  sku_id uuid primary key,
  on_hand integer not null check (on_hand >= 0),
  reserved integer not null default 0 check (reserved >= 0),
  constraint never_oversold check (reserved <= on_hand)
);

create table ordering.customer_order (
  id uuid primary key,
  number text not null unique,
  -- Null for a guest, who follows the order by its token.
  person_id uuid,
  token_hash bytea not null,
  state text not null default 'awaitingPayment' check (state in ('awaitingPayment', 'expiring', 'paid', 'cancelled')),
  amount_fen bigint not null check (amount_fen > 0),
  region_code text not null,
  -- Sealed: address, name and phone of the receiver.
  delivery_sealed bytea not null,
  -- What the page may show of them, masked.
  delivery_masked jsonb not null,
  placed_at timestamptz not null,
  pay_by timestamptz not null,
  paid_at timestamptz,
  -- When cancelling was last tried: what cannot be cancelled yet makes room for the others.
  cancel_tried_at timestamptz,
  -- Fee and discount rules bind as of placement (design part 3).
  fee_rule_version text not null
);
create index customer_order_person on ordering.customer_order (person_id, id) where person_id is not null;
create index customer_order_due on ordering.customer_order (pay_by) where state in ('awaitingPayment', 'expiring');

create table ordering.supplier_order (
  id uuid primary key default uuidv7(),
  order_id uuid not null references ordering.customer_order,
  supplier_id uuid not null,
  state text not null default 'awaitingPayment'
    check (state in ('awaitingPayment', 'toShip', 'shipped', 'received', 'released', 'cancelled')),
  amount_fen bigint not null check (amount_fen > 0),
  shipped_at timestamptz,
  received_at timestamptz,
  release_due timestamptz,
  released_at timestamptz,
  unique (order_id, supplier_id)
);
create index supplier_order_queue on ordering.supplier_order (supplier_id, state, id);
create index supplier_order_release on ordering.supplier_order (release_due, id) where state = 'received';
create index supplier_order_released on ordering.supplier_order (released_at, id) where state = 'released';

create table ordering.order_line (
  id uuid primary key default uuidv7(),
  order_id uuid not null references ordering.customer_order,
  supplier_order_id uuid not null references ordering.supplier_order,
  sku_id uuid not null,
  quantity integer not null check (quantity > 0),
  unit_price_fen bigint not null check (unit_price_fen > 0),
  amount_fen bigint not null check (amount_fen = unit_price_fen * quantity),
  -- The offer as it was bought.
  product_id uuid not null,
  product_slug text not null,
  product_name text not null,
  pack text not null,
  net_grams bigint,
  perishable boolean not null,
  unique (order_id, sku_id)
);
create index order_line_supplier_order on ordering.order_line (supplier_order_id);

-- Every change of stock is a row; sums of these rows equal the stock.
create table ordering.stock_movement (
  id uuid primary key default uuidv7(),
  sku_id uuid not null references ordering.stock,
  kind text not null check (kind in ('count', 'reserve', 'release', 'ship')),
  on_hand_change integer not null,
  reserved_change integer not null,
  order_id uuid,
  at timestamptz not null,
  unique (order_id, sku_id, kind)
);

create table ordering.shipment (
  id uuid primary key default uuidv7(),
  supplier_order_id uuid not null unique references ordering.supplier_order,
  carrier text not null,
  tracking_number text not null,
  shipped_at timestamptz not null,
  shipped_by text not null
);

create view ordering.supplier_order_v as select * from ordering.supplier_order;
create view ordering.order_line_v as
  select line.*, supplier_order.supplier_id, supplier_order.state, supplier_order.released_at, customer_order.number as order_number,
         customer_order.fee_rule_version, customer_order.placed_at
    from ordering.order_line line
    join ordering.supplier_order on supplier_order.id = line.supplier_order_id
    join ordering.customer_order on customer_order.id = line.order_id;

grant select, insert, update on all tables in schema ordering to xihuo_app;
revoke update on ordering.order_line, ordering.stock_movement, ordering.shipment from xihuo_app;
grant usage on sequence ordering.order_number to xihuo_app;
grant select on all tables in schema ordering to xihuo_auditor;
