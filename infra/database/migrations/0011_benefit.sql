-- What is owed to whom. A confirmed delivery or work record creates an obligation, whether or not the lot sells.

create table benefit.agreement (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('contractPurchase', 'employment', 'dividend')),
  version integer not null,
  product_id uuid,
  -- contractPurchase: price and target. employment: rate. dividend: shares and rate. Fen, grams, basis points.
  floor_price_fen_per_kg bigint check (floor_price_fen_per_kg > 0),
  premium_fen_per_kg bigint not null default 0 check (premium_fen_per_kg >= 0),
  contracted_grams bigint check (contracted_grams > 0),
  delivered_grams bigint not null default 0 check (delivered_grams >= 0),
  daily_wage_fen bigint check (daily_wage_fen > 0),
  work_days_per_year integer,
  shares integer,
  dividend_rate_bp integer,
  effective_from date not null,
  effective_to date,
  -- A household may sell several products to one supplier, each under an agreement of its own.
  unique nulls not distinct (supplier_id, household_id, kind, product_id, version),
  -- Two versions never bind the same day: a delivery has one price.
  exclude using gist (supplier_id with =, household_id with =, kind with =, (coalesce(product_id, household_id)) with =,
    daterange(effective_from, effective_to, '[]') with &&),
  constraint within_contract check (contracted_grams is null or delivered_grams <= contracted_grams),
  check (kind <> 'contractPurchase' or (product_id is not null and floor_price_fen_per_kg is not null and contracted_grams is not null))
);
create index agreement_household on benefit.agreement (household_id, id);

create table benefit.obligation (
  id uuid primary key default uuidv7(),
  agreement_id uuid not null references benefit.agreement,
  supplier_id uuid not null,
  household_id uuid not null,
  lot_id uuid,
  kind text not null check (kind in ('wage', 'floorPrice', 'premium', 'rebate', 'dividend')),
  -- What it came from; with the kind, what makes a second run of the same record harmless.
  source_kind text not null check (source_kind in ('delivery', 'work')),
  source_id uuid not null,
  -- Facts of the sentence a household reads: grams and fen per kilogram, or days and fen per day.
  quantity bigint not null,
  rate_fen bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  funded_fen bigint not null default 0 check (funded_fen >= 0),
  earned_on date not null,
  created_at timestamptz not null,
  unique (source_kind, source_id, kind),
  constraint never_overfunded check (funded_fen <= amount_fen)
);
create index obligation_open on benefit.obligation (supplier_id, kind, id) where funded_fen < amount_fen;
create index obligation_household on benefit.obligation (household_id, id);
create index obligation_lot on benefit.obligation (lot_id);

create table benefit.work_record (
  id uuid primary key default uuidv7(),
  agreement_id uuid not null references benefit.agreement,
  days integer not null check (days > 0),
  worked_on date not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  unique (agreement_id, worked_on)
);

-- Which yuan of which sold line went to which debt: many rows to one transfer per (run, supplier, household, agreement, kind).
create table benefit.share (
  run_id uuid not null,
  line_id uuid not null,
  obligation_id uuid not null references benefit.obligation,
  lot_id uuid not null,
  supplier_id uuid not null,
  household_id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  amount_fen bigint not null check (amount_fen > 0),
  rule_version text not null,
  transfer_id uuid not null,
  created_at timestamptz not null,
  primary key (run_id, line_id, lot_id, obligation_id)
);
create index share_obligation on benefit.share (obligation_id);
create index share_lot on benefit.share (lot_id);
create index share_line on benefit.share (line_id);
create index share_transfer on benefit.share (transfer_id);

create view benefit.obligation_v as select * from benefit.obligation;
create view benefit.agreement_v as select * from benefit.agreement;
create view benefit.share_v as select * from benefit.share;

grant select, insert on all tables in schema benefit to xihuo_app;
grant update on benefit.agreement, benefit.obligation to xihuo_app;
grant select on all tables in schema benefit to xihuo_auditor;
