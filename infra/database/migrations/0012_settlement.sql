-- Who gets what of a released line, once.

create table settlement.run (
  id uuid primary key default uuidv7(),
  period_end date not null unique,
  state text not null default 'prepared' check (state in ('prepared', 'posted')),
  suppliers integer not null default 0,
  lines integer not null default 0,
  gross_fen bigint not null default 0,
  fee_fen bigint not null default 0,
  farmer_dues_fen bigint not null default 0,
  payable_fen bigint not null default 0,
  created_at timestamptz not null,
  posted_at timestamptz,
  constraint whole_is_its_parts check (gross_fen = fee_fen + farmer_dues_fen + payable_fen)
);

-- A released line is settled in exactly one run: the primary key says so.
create table settlement.line (
  line_id uuid primary key,
  run_id uuid not null references settlement.run,
  supplier_id uuid not null,
  gross_fen bigint not null check (gross_fen > 0),
  refund_fen bigint not null default 0 check (refund_fen >= 0),
  fee_fen bigint not null check (fee_fen >= 0),
  farmer_dues_fen bigint not null default 0 check (farmer_dues_fen >= 0),
  payable_fen bigint not null default 0 check (payable_fen >= 0),
  rule_version text not null,
  constraint nothing_lost check (farmer_dues_fen + payable_fen <= gross_fen - refund_fen - fee_fen)
);
create index line_run on settlement.line (run_id, supplier_id);

-- A line may have been shipped from several lots: its money is split over them by weight, to the fen.
create table settlement.portion (
  line_id uuid not null references settlement.line,
  lot_id uuid not null,
  run_id uuid not null,
  supplier_id uuid not null,
  net_fen bigint not null check (net_fen >= 0),
  fee_fen bigint not null check (fee_fen >= 0),
  farmer_dues_fen bigint not null default 0,
  primary key (line_id, lot_id),
  constraint not_more_than_net check (farmer_dues_fen between 0 and net_fen)
);
create index portion_lot on settlement.portion (lot_id);
create index portion_run on settlement.portion (run_id, supplier_id, lot_id);

create table settlement.statement (
  id uuid primary key default uuidv7(),
  run_id uuid not null references settlement.run,
  supplier_id uuid not null,
  period_end date not null,
  opening_fen bigint not null,
  gross_fen bigint not null,
  refund_fen bigint not null,
  fee_fen bigint not null,
  farmer_dues_fen bigint not null,
  payable_fen bigint not null,
  closing_fen bigint not null,
  rule_version text not null,
  unique (run_id, supplier_id),
  constraint sums_hold check (
    gross_fen - refund_fen - fee_fen - farmer_dues_fen = payable_fen and opening_fen + payable_fen = closing_fen)
);
create index statement_supplier on settlement.statement (supplier_id, id);

create view settlement.line_v as select * from settlement.line;
create view settlement.portion_v as select * from settlement.portion;
create view settlement.run_v as select * from settlement.run;

grant select, insert, update on all tables in schema settlement to xihuo_app;
revoke update on settlement.statement from xihuo_app;
grant select on all tables in schema settlement to xihuo_auditor;
