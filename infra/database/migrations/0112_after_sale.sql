-- What buyers claim after they have paid: cancelled before it leaves, damaged, to be returned, short. Each case is about packs of
-- lines of one supplier's part, for so many fen; whose turn it is until when stands on it, and every step is kept.

create table ordering.after_sale (
  id uuid primary key,
  order_id uuid not null references ordering.customer_order,
  supplier_order_id uuid not null references ordering.supplier_order,
  supplier_id uuid not null,
  kind text not null check (kind in ('cancel', 'short', 'damage', 'return', 'refundOnly')),
  reason text not null,
  words text not null default '',
  state text not null default 'requested' check (state in
    ('requested', 'awaitingReturn', 'returning', 'refused', 'escalated', 'refunding', 'refunded', 'withdrawn', 'closed')),
  amount_fen bigint not null check (amount_fen > 0),
  answer text,
  return_carrier text,
  return_tracking_number text,
  requested_at timestamptz not null,
  -- Until when somebody has to act; what happens then is the state table's.
  due_at timestamptz,
  ended_at timestamptz
);
create index after_sale_part on ordering.after_sale (supplier_order_id, id);
create index after_sale_order on ordering.after_sale (order_id, id);
create index after_sale_queue on ordering.after_sale (supplier_id, state, id);
create index after_sale_due on ordering.after_sale (due_at, id) where due_at is not null;

create table ordering.after_sale_line (
  case_id uuid not null references ordering.after_sale,
  line_id uuid not null references ordering.order_line,
  packs integer not null check (packs > 0),
  amount_fen bigint not null check (amount_fen >= 0),
  primary key (case_id, line_id)
);
create index after_sale_line_line on ordering.after_sale_line (line_id);

create table ordering.after_sale_photo (
  file_id uuid primary key,
  order_id uuid not null references ordering.customer_order,
  case_id uuid references ordering.after_sale,
  sha256 bytea not null,
  uploaded_at timestamptz not null
);
create index after_sale_photo_order on ordering.after_sale_photo (order_id, file_id);
create index after_sale_photo_case on ordering.after_sale_photo (case_id, file_id) where case_id is not null;

create table ordering.after_sale_step (
  id uuid primary key default uuidv7(),
  case_id uuid not null references ordering.after_sale,
  event text not null,
  state text not null,
  done_by text not null check (done_by in ('buyer', 'supplier', 'platform')),
  note text,
  at timestamptz not null
);
create index after_sale_step_case on ordering.after_sale_step (case_id, id);

create view ordering.after_sale_v as
  select id, order_id, supplier_order_id, supplier_id, kind, reason, state, amount_fen, requested_at, due_at, ended_at
    from ordering.after_sale;
create view ordering.after_sale_line_v as select * from ordering.after_sale_line;

grant select, insert, update on ordering.after_sale, ordering.after_sale_photo to xihuo_app;
grant select, insert on ordering.after_sale_line, ordering.after_sale_step to xihuo_app;
grant select on ordering.after_sale_v, ordering.after_sale_line_v to xihuo_app;
grant select on ordering.after_sale, ordering.after_sale_line, ordering.after_sale_photo, ordering.after_sale_step,
  ordering.after_sale_v, ordering.after_sale_line_v to xihuo_auditor;
