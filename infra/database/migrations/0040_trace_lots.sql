-- Lots whole: what is made of what, what is lost, packed and certified. The lot's row stays its balance: everything that
-- leaves takes from it under one lock and one CHECK, whichever way it goes.

alter table trace.lot
  add state text not null default 'open' check (state in ('open', 'closed', 'recalled')),
  add row_version integer not null default 1,
  add processed_grams bigint not null default 0 check (processed_grams >= 0),
  add lost_grams bigint not null default 0 check (lost_grams >= 0),
  add packed_grams bigint not null default 0 check (packed_grams >= 0),
  -- What the valid certificate covers; goods that came in later want a new one.
  add certified_grams bigint not null default 0 check (certified_grams >= 0),
  drop constraint mass_balance;
-- Shipped + processed + lost <= deliveries + own output + processed in. Named as before: the code knows it by this name.
alter table trace.lot add constraint mass_balance check (shipped_grams + processed_grams + lost_grams <= received_grams);
alter table trace.lot add constraint packed_balance check (packed_grams + processed_grams + lost_grams <= received_grams);
create index lot_newest on trace.lot (supplier_id, id desc);

-- A sheet of a day is one entry a lot; entries at the scale carry ids of their own.
alter table trace.own_output
  drop constraint own_output_lot_id_recorded_on_key,
  add entered text not null default 'sheet' check (entered in ('sheet', 'scale')),
  add note text,
  add recorded_by text not null default 'sheet';
create unique index own_output_sheet on trace.own_output (lot_id, recorded_on) where entered = 'sheet';
create index own_output_lot on trace.own_output (lot_id);

create table trace.lot_loss (
  id uuid primary key,
  lot_id uuid not null references trace.lot,
  grams bigint not null check (grams > 0),
  reason text not null,
  lost_on date not null,
  note text,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index lot_loss_lot on trace.lot_loss (lot_id);

-- Many lots to many: inputs = outputs + losses.
create table trace.processing (
  id uuid primary key,
  supplier_id uuid not null,
  kind text not null,
  performed_on date not null,
  note text,
  input_grams bigint not null check (input_grams > 0),
  output_grams bigint not null check (output_grams > 0),
  lost_grams bigint not null check (lost_grams >= 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint processing_balance check (input_grams = output_grams + lost_grams)
);
create index processing_supplier on trace.processing (supplier_id, id desc);

create table trace.processing_input (
  processing_id uuid not null references trace.processing,
  lot_id uuid not null references trace.lot,
  grams bigint not null check (grams > 0),
  primary key (processing_id, lot_id)
);
create index processing_input_lot on trace.processing_input (lot_id, processing_id);

create table trace.processing_output (
  processing_id uuid not null references trace.processing,
  lot_id uuid not null references trace.lot,
  grams bigint not null check (grams > 0),
  primary key (processing_id, lot_id)
);
create index processing_output_lot on trace.processing_output (lot_id, processing_id);

create table trace.processing_loss (
  processing_id uuid not null references trace.processing,
  reason text not null,
  grams bigint not null check (grams > 0),
  primary key (processing_id, reason)
);

-- What a code on a pack is of: a supplier's product in bulk (no sku) or one of its packs. The number is counted, so that
-- codes are short; 952 is GS1's prefix for demonstrations, which no real product carries.
create table trace.trade_item (
  item_number bigint generated always as identity (maxvalue 999999999) primary key,
  supplier_id uuid not null,
  product_id uuid not null,
  sku_id uuid,
  gtin text not null unique check (gtin ~ '^\d{14}$'),
  unique nulls not distinct (supplier_id, product_id, sku_id)
);

create table trace.packing (
  id uuid primary key,
  -- The serial of its logistic unit.
  number bigint generated always as identity unique,
  lot_id uuid not null references trace.lot,
  sku_id uuid not null,
  packs integer not null check (packs > 0),
  grams bigint not null check (grams > 0),
  packed_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index packing_lot on trace.packing (lot_id);

-- Scale tickets, certificates, test reports of one supplier, and nobody else's.
create table trace.lot_paper (
  file_id uuid primary key,
  supplier_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  pages integer not null check (pages > 0),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
create index lot_paper_supplier on trace.lot_paper (supplier_id, uploaded_at);

-- 承诺达标合格证: one valid at a time; what was replaced stays.
create table trace.lot_certificate (
  id uuid primary key,
  lot_id uuid not null references trace.lot,
  number text not null unique,
  state text not null default 'valid' check (state in ('valid', 'replaced', 'revoked')),
  basis text not null,
  issued_on date not null,
  issued_by text not null,
  covers_grams bigint not null check (covers_grams > 0),
  mixed_from text[] not null default '{}',
  file_id uuid references trace.lot_paper,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create unique index lot_certificate_valid on trace.lot_certificate (lot_id) where state = 'valid';
create index lot_certificate_lot on trace.lot_certificate (lot_id, id);

create table trace.lot_test (
  id uuid primary key,
  lot_id uuid not null references trace.lot,
  report_number text not null,
  laboratory text not null,
  reported_on date not null,
  passed boolean not null,
  items jsonb not null,
  file_id uuid references trace.lot_paper,
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (lot_id, report_number)
);

-- A right to leave the house as the law wants it: read in the same statement that takes the goods.
create function trace.certificate_required(wanted text, on_day date) returns boolean
  language sql stable parallel safe
  return coalesce(registry.policy_on('trace.certificateCategories', on_day) ? wanted, false);

grant select, insert on trace.lot_loss, trace.processing, trace.processing_input, trace.processing_output,
  trace.processing_loss, trace.trade_item, trace.packing, trace.lot_paper, trace.lot_certificate, trace.lot_test to xihuo_app;
grant update (state) on trace.lot_certificate to xihuo_app;
grant execute on function trace.certificate_required to xihuo_app, xihuo_auditor;
grant select on all tables in schema trace to xihuo_auditor;
