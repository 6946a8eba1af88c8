-- What is owed, to the fen: settled, paid outside, waiting for an answer, carried over from what was corrected, taken back; the
-- rest is open. Records of work, payments made outside, and objections.

drop view benefit.obligation_v;
drop view benefit.share_v;
do $$
declare
  known record;
begin
  for known in
    select conname from pg_constraint
     where conrelid = 'benefit.obligation'::regclass and (contype = 'u' or conname = 'never_overfunded'
       or (contype = 'c' and pg_get_constraintdef(oid) ~ '\m(kind|source_kind)\M'))
  loop
    execute format('alter table benefit.obligation drop constraint %I', known.conname);
  end loop;
end $$;
drop index benefit.obligation_open;

alter table benefit.obligation
  alter agreement_id drop not null,
  alter household_id drop not null,
  -- A village collective among the payees of a pool.
  add collective_id uuid,
  add outside_fen bigint not null default 0 check (outside_fen >= 0),
  add held_fen bigint not null default 0 check (held_fen >= 0),
  add carried_fen bigint not null default 0 check (carried_fen >= 0),
  add reversed_fen bigint not null default 0 check (reversed_fen >= 0),
  add check (kind in ('wage', 'floorPrice', 'premium', 'rebate', 'landRent', 'dividend', 'collectiveShare', 'surplusRefund')),
  add check (source_kind in ('delivery', 'work', 'sale', 'contest', 'pool', 'distribution')),
  add check (num_nonnulls(household_id, collective_id) = 1);
alter table benefit.obligation
  add payee_id uuid not null generated always as (coalesce(household_id, collective_id)) stored,
  add open_fen bigint not null
    generated always as (amount_fen - funded_fen - outside_fen - held_fen - carried_fen - reversed_fen) stored;
alter table benefit.obligation
  add constraint never_overfunded check (open_fen >= 0),
  add constraint owed_once unique nulls not distinct (source_kind, source_id, kind, payee_id, agreement_id);
create index obligation_open on benefit.obligation (supplier_id, kind, id) where open_fen > 0;
create index obligation_supplier on benefit.obligation (supplier_id, household_id);

alter table benefit.share
  alter household_id drop not null,
  alter agreement_id drop not null,
  add collective_id uuid,
  add check (num_nonnulls(household_id, collective_id) = 1);
alter table benefit.share add payee_id uuid not null generated always as (coalesce(household_id, collective_id)) stored;

alter table benefit.work_record
  drop constraint work_record_agreement_id_worked_on_key,
  alter confirmed_at drop not null,
  alter confirmed_by drop not null,
  add supplier_id uuid,
  add household_id uuid,
  add state text not null default 'confirmed'
    check (state in ('recorded', 'witnessed', 'confirmed', 'uncontested', 'contested', 'corrected', 'withdrawn')),
  add row_version integer not null default 1,
  -- The days lie between this one and worked_on, both included.
  add worked_from date,
  add pieces integer check (pieces > 0),
  add rate_fen bigint check (rate_fen > 0),
  add amount_fen bigint check (amount_fen > 0),
  -- The county's least day wage of that time, where it made the amount.
  add minimum_fen bigint,
  add how text check (how in ('code', 'sheet', 'session')),
  add recorded_by uuid,
  add recorded_at timestamptz,
  add witness_name text,
  add witness_role text check (witness_role in ('villageOfficer', 'countyOfficer', 'neighbour', 'other')),
  add witness_paper_id uuid,
  add stands_on date,
  add contest_reason text,
  add contested_at timestamptz,
  add replaces_id uuid unique references benefit.work_record,
  add correction_reason text;
update benefit.work_record
   set supplier_id = agreement.supplier_id, household_id = agreement.household_id, worked_from = worked_on - (days - 1),
       rate_fen = agreement.daily_wage_fen, amount_fen = agreement.daily_wage_fen * days, how = 'sheet', recorded_at = confirmed_at
  from benefit.agreement where agreement.id = agreement_id;
alter table benefit.work_record
  alter supplier_id set not null,
  alter household_id set not null,
  alter worked_from set not null,
  alter rate_fen set not null,
  alter amount_fen set not null,
  alter recorded_at set not null,
  add constraint days_within check (days <= worked_on - worked_from + 1),
  add constraint witnessed_whole check (state not in ('witnessed', 'uncontested') or (witness_name is not null and stands_on is not null)),
  add constraint contested_why check (state <> 'contested' or contest_reason is not null),
  -- Nobody's day is worked twice under one agreement.
  add constraint work_overlap exclude using gist (agreement_id with =, daterange(worked_from, worked_on, '[]') with &&)
    where (state not in ('corrected', 'withdrawn'));
create index work_supplier on benefit.work_record (supplier_id, id desc);
create index work_household on benefit.work_record (household_id, id desc);
create index work_standing on benefit.work_record (stands_on) where state = 'witnessed';

create table benefit.day_code (
  supplier_id uuid not null,
  day date not null,
  code text not null check (code ~ '^\d{6}$'),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (supplier_id, day)
);

create table benefit.outside_payment (
  id uuid primary key,
  supplier_id uuid not null,
  household_id uuid not null,
  state text not null default 'recorded' check (state in ('recorded', 'confirmed', 'contested', 'withdrawn', 'lapsed')),
  row_version integer not null default 1,
  amount_fen bigint not null check (amount_fen > 0),
  method text not null check (method in ('cash', 'bank', 'wallet', 'goods')),
  paid_on date not null,
  paper_id uuid not null references benefit.paper,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  answer_by date not null,
  confirmed_at timestamptz,
  contest_reason text,
  contested_at timestamptz,
  withdraw_reason text,
  check (state <> 'confirmed' or confirmed_at is not null),
  check (state <> 'contested' or contest_reason is not null)
);
create index outside_supplier on benefit.outside_payment (supplier_id, id desc);
create index outside_household on benefit.outside_payment (household_id, id desc);
create index outside_waiting on benefit.outside_payment (answer_by) where state in ('recorded', 'contested');

create table benefit.outside_part (
  payment_id uuid not null references benefit.outside_payment,
  obligation_id uuid not null references benefit.obligation,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (payment_id, obligation_id)
);
create index outside_part_obligation on benefit.outside_part (obligation_id);

create table benefit.contest (
  id uuid primary key default uuidv7(),
  obligation_id uuid not null references benefit.obligation,
  supplier_id uuid not null,
  household_id uuid not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'explained', 'escalated', 'closed')),
  row_version integer not null default 1,
  reason text not null,
  opened_at timestamptz not null,
  answer_by date not null,
  answer_words text,
  added_fen bigint check (added_fen > 0),
  answered_by uuid,
  answered_side text check (answered_side in ('supplier', 'county')),
  answered_at timestamptz,
  escalated_at timestamptz
);
-- One at a time; the next once this one is over.
create unique index contest_open on benefit.contest (obligation_id) where state in ('open', 'explained', 'escalated');
create index contest_supplier on benefit.contest (supplier_id, id desc);
create index contest_household on benefit.contest (household_id, id desc);

create view benefit.obligation_v as select * from benefit.obligation;
create view benefit.share_v as select * from benefit.share;

grant select, insert on benefit.day_code, benefit.outside_payment, benefit.outside_part, benefit.contest to xihuo_app;
grant update on benefit.outside_payment, benefit.contest, benefit.work_record to xihuo_app;
grant select on benefit.obligation_v, benefit.share_v to xihuo_app;
grant select on benefit.obligation_v, benefit.share_v, benefit.outside_payment, benefit.outside_part, benefit.contest to xihuo_auditor;
revoke select on benefit.day_code from xihuo_auditor;
