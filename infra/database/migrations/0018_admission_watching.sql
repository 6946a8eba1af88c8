-- What is watched after the admission: licences with an end, the half-yearly and the yearly re-check, spot checks, and what others
-- report down. What was done of a day's round is noted, so that a round that broke off goes on.

-- Licences and certificates with an end. What stood in the evidence is taken over; what follows is handed in and verified.
create table admission.certificate (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  product_id uuid,
  kind text not null check (kind in ('businessLicence', 'foodProductionLicence', 'foodOperationLicence', 'mandate',
    'testReport', 'greenFood', 'organic', 'geographicalIndication')),
  -- What it covers beside its kind, such as the class of food.
  scope text not null default '',
  number text not null,
  valid_until date,
  file_id uuid,
  state text not null default 'handedIn' check (state in ('handedIn', 'valid', 'refused', 'replaced', 'revoked')),
  -- Null where it stood in the application.
  handed_in_by uuid,
  handed_in_at timestamptz not null,
  verified_by text,
  verified_at timestamptz,
  refusal text,
  row_version integer not null default 1,
  check ((state = 'handedIn') = (verified_at is null)),
  check ((state = 'refused') = (refusal is not null))
);
create unique index certificate_once on admission.certificate (supplier_id, kind, scope, number, product_id, valid_until)
  nulls not distinct where state <> 'refused';
create index certificate_due on admission.certificate (valid_until) where state = 'valid' and valid_until is not null;
create index certificate_supplier on admission.certificate (supplier_id, kind);
create index certificate_waiting on admission.certificate (id) where state = 'handedIn';

-- Which of the warnings 30, 7 and 1 days before were told.
create table admission.certificate_reminder (
  certificate_id uuid not null references admission.certificate,
  days_before smallint not null,
  told_on date not null,
  primary key (certificate_id, days_before)
);

-- Since when a supplier's identity and its yearly papers count as checked.
create table admission.watch (
  supplier_id uuid primary key,
  application_id uuid not null,
  county_code text not null,
  identity_checked_on date not null,
  annual_checked_on date not null
);
create index watch_identity on admission.watch (identity_checked_on);
create index watch_annual on admission.watch (annual_checked_on);

create table admission.recheck (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  county_code text not null,
  kind text not null check (kind in ('identity', 'annual')),
  state text not null default 'open' check (state in ('open', 'answered', 'missed', 'passed', 'failed')),
  opened_on date not null,
  due_on date not null check (due_on > opened_on),
  -- [{ item, unchanged, note }]
  answers jsonb,
  answered_by uuid,
  answered_at timestamptz,
  decided_by uuid check (decided_by <> answered_by),
  decided_at timestamptz,
  reason text,
  row_version integer not null default 1,
  check ((state in ('passed', 'failed')) = (decided_at is not null)),
  check (state not in ('answered', 'passed') or answers is not null)
);
create unique index recheck_once on admission.recheck (supplier_id, kind) where state in ('open', 'answered', 'missed');
create index recheck_due on admission.recheck (due_on) where state = 'open';
create index recheck_state on admission.recheck (state, id);

create table admission.spot_check_plan (
  id uuid primary key default uuidv7(),
  title text not null,
  purpose text not null,
  -- The part of a region code that binds; '' is the whole country.
  region_prefix text not null default '' check (region_prefix ~ '^(\d{2}){0,3}$'),
  sample_size integer not null check (sample_size between 1 and 1000),
  state text not null default 'draft' check (state in ('draft', 'drawn', 'closed', 'cancelled')),
  -- Whoever knows it can draw the same lot again and see that nobody was picked out.
  seed text,
  created_by uuid not null,
  created_at timestamptz not null,
  drawn_by uuid check (drawn_by <> created_by),
  drawn_at timestamptz,
  closed_at timestamptz,
  row_version integer not null default 1,
  check ((state in ('draft', 'cancelled')) or (seed is not null and drawn_at is not null))
);
create index spot_check_plan_newest on admission.spot_check_plan (id desc);

create table admission.spot_check_sample (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references admission.spot_check_plan,
  supplier_id uuid not null,
  product_id uuid not null,
  county_code text not null,
  state text not null default 'planned' check (state in ('planned', 'taken', 'sent', 'passed', 'failed', 'cancelled')),
  lot_code text,
  quantity text,
  place text,
  seal_number text,
  taken_by uuid,
  taken_on date,
  laboratory text,
  sent_on date,
  report_number text,
  report_file_id uuid,
  reported_on date,
  -- [{ item, limit, value, passed, safety }]
  results jsonb,
  result_by uuid,
  retest_until date,
  -- The same lot again, in another laboratory, at the supplier's asking.
  retest_of uuid unique references admission.spot_check_sample,
  cancel_reason text,
  row_version integer not null default 1,
  check (state not in ('taken', 'sent', 'passed', 'failed') or (taken_on is not null and lot_code is not null)),
  check (state not in ('sent', 'passed', 'failed') or (sent_on >= taken_on and laboratory is not null)),
  check ((state in ('passed', 'failed')) = (results is not null) and (results is null) = (report_number is null)),
  check ((state = 'cancelled') = (cancel_reason is not null))
);
create index spot_check_sample_plan on admission.spot_check_sample (plan_id, id);
create index spot_check_sample_supplier on admission.spot_check_sample (supplier_id, id desc);

-- What others report down, a row per source and day: told again it takes the place of what was told before.
create table admission.signal (
  supplier_id uuid not null,
  kind text not null,
  day date not null,
  source text not null,
  amount bigint not null check (amount >= 0),
  primary key (supplier_id, kind, day, source)
) partition by range (day);
create table admission.signal_other partition of admission.signal default;

create function admission.ensure_signal_partitions(today date, months_ahead integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare
  month date;
  part text;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('admission.ensure_signal_partitions'));
  for ahead in -1..months_ahead loop
    month := (date_trunc('month', today) + make_interval(months => ahead))::date;
    part := format('admission.signal_%s', to_char(month, 'YYYY_MM'));
    continue when to_regclass(part) is not null;
    begin
      execute format('create table %s (like admission.signal including defaults including constraints)', part);
      execute format('alter table admission.signal attach partition %s for values from (%L) to (%L)', part, month,
                     (month + interval '1 month')::date);
      made := made + 1;
    exception when check_violation then
      -- Rows of that month lie in the default partition already: they stay there, nothing is lost.
      raise warning 'signals of % stay in the default partition', to_char(month, 'YYYY-MM');
    end;
  end loop;
  return made;
end $$;
revoke execute on function admission.ensure_signal_partitions from public;
grant execute on function admission.ensure_signal_partitions to xihuo_app;
select admission.ensure_signal_partitions((platform.business_now() at time zone 'Asia/Shanghai')::date, 2);

-- Which steps of a day's watching are done: a worker that dies half-way goes on where it was.
create table admission.watch_round (
  day date not null,
  step text not null,
  found integer not null,
  done_at timestamptz not null,
  primary key (day, step)
);

-- Somebody asked for all admitted suppliers to be judged by a standard, as of a day; asked again, it is done again.
create table admission.reassessment (
  standard_version text not null references admission.standard,
  as_of date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  suppliers integer,
  differences integer,
  primary key (standard_version, as_of),
  check ((done_at is null) = (suppliers is null) and (done_at is null) = (differences is null))
);
create index reassessment_waiting on admission.reassessment (asked_at) where done_at is null;

-- What would change for an admitted supplier if it were judged by another standard today; only the differences.
create table admission.reassessment_difference (
  standard_version text not null references admission.standard,
  supplier_id uuid not null,
  criterion text not null,
  before text,
  after text not null,
  facts jsonb not null,
  judged_on date not null,
  primary key (standard_version, supplier_id, criterion)
);

grant select, insert, update on admission.certificate, admission.watch, admission.recheck, admission.spot_check_plan,
  admission.spot_check_sample, admission.signal, admission.reassessment, admission.reassessment_difference to xihuo_app;
grant select, insert on admission.certificate_reminder, admission.watch_round to xihuo_app;
grant delete on admission.reassessment_difference to xihuo_app;
