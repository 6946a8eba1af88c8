-- After the admission: what is watched, what was found, what is done about it, and how a supplier leaves. A case gathers what was
-- found; a measure is what was decided about it and is in force while it has no end; an appeal asks other people to look again.

create table admission.watch_case (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  county_code text not null,
  product_id uuid,
  -- Of the published list of grounds, each with its source in registry.policy.
  ground text not null check (ground ~ '^EXT-\d{2}$'),
  -- What opened it, by its natural key: the same finding told twice is one case.
  source_key text not null,
  -- Code and values, from which the sentence was made.
  facts jsonb not null,
  summary_zh text not null,
  summary_en text not null,
  state text not null default 'open' check (state in ('open', 'proposed', 'closed')),
  opened_by text not null,
  opened_at timestamptz not null,
  -- The newest day on which it was found again.
  found_on date not null,
  -- The supplier is heard until this day.
  statement_until date,
  proposed_kind text check (proposed_kind in ('suspension', 'exit')),
  proposed_by uuid,
  proposed_at timestamptz,
  proposal_reason text,
  bar_months smallint check (bar_months >= 0),
  -- Four eyes: whoever proposes does not decide.
  decided_by uuid check (decided_by <> proposed_by),
  closed_by text,
  closed_at timestamptz,
  outcome text,
  row_version integer not null default 1,
  check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by is null)
         and (closed_at is null) = (outcome is null)),
  check (state <> 'proposed' or (proposed_kind is not null and proposed_by is not null and proposal_reason is not null
         and statement_until is not null)),
  check (bar_months is null or proposed_kind = 'exit')
);
create unique index watch_case_once on admission.watch_case (supplier_id, source_key) where state <> 'closed';
create index watch_case_state on admission.watch_case (state, id desc);
create index watch_case_supplier on admission.watch_case (supplier_id, id desc);
create index watch_case_judged on admission.watch_case (source_key, supplier_id, closed_at) where state = 'closed';

-- Who had a hand in a case: an appeal is decided by somebody who is not here.
create table admission.case_part (
  case_id uuid not null references admission.watch_case,
  person_id uuid not null,
  part text not null check (part in ('opener', 'proposer', 'imposer', 'decider', 'verifier')),
  organisation_ids uuid[] not null,
  acted_at timestamptz not null,
  primary key (case_id, person_id, part)
);

-- What the supplier says to it, in its own words.
create table admission.case_statement (
  id uuid primary key default uuidv7(),
  case_id uuid not null references admission.watch_case,
  statement text not null,
  file_ids uuid[] not null default '{}',
  stated_by uuid not null,
  stated_at timestamptz not null
);
create index case_statement_case on admission.case_statement (case_id, id);

alter table admission.measure
  add column case_id uuid references admission.watch_case,
  add column ground text check (ground ~ '^EXT-\d{2}$'),
  add column reason_en text,
  add column state text not null default 'inForce' check (state in ('inForce', 'lifted', 'expired', 'annulled', 'replaced')),
  -- The last day; null lasts until it is lifted.
  add column ends_on date,
  -- Known to the public with its reason since then; a notice (提醒约谈) is between the platform and the supplier.
  add column published_at timestamptz,
  add column statement_until date,
  add column appeal_until date,
  add column ended_by text,
  add column end_reason text,
  add column row_version integer not null default 1,
  -- The right to sell reads ended_at; the state says how it ended.
  add constraint measure_ended check ((state = 'inForce') = (ended_at is null)),
  -- A machine may warn, hold a product and suspend; never more.
  add constraint measure_by_people check (kind not in ('exit', 'reAdmissionBar') or imposed_by like 'person:%'),
  add constraint measure_product check ((kind = 'productDelisting') = (product_id is not null)),
  add constraint measure_bar check (kind <> 'reAdmissionBar' or ends_on is not null);
create index measure_supplier on admission.measure (supplier_id, id desc);
create index measure_case on admission.measure (case_id);
create index measure_newest on admission.measure (id desc);
create index measure_timed on admission.measure (ends_on) where ended_at is null and ends_on is not null;

-- What a supplier puts right, and who saw that it was: root cause, what is corrected, what keeps it from coming back.
create table admission.rectification (
  measure_id uuid primary key references admission.measure,
  state text not null default 'open' check (state in ('open', 'planned', 'reported', 'verified', 'overdue', 'cancelled')),
  due_on date not null,
  root_cause text,
  corrective_action text,
  preventive_action text,
  planned_by uuid,
  planned_at timestamptz,
  report text,
  report_file_ids uuid[] not null default '{}',
  reported_by uuid,
  reported_at timestamptz,
  verified_by uuid check (verified_by <> reported_by and verified_by <> planned_by),
  verified_at timestamptz,
  verdict text,
  times_returned smallint not null default 0,
  check (state not in ('planned', 'reported', 'verified') or (root_cause is not null and corrective_action is not null
         and preventive_action is not null)),
  check (state not in ('reported', 'verified') or report is not null),
  check ((state = 'verified') = (verified_at is not null))
);
create index rectification_due on admission.rectification (due_on) where state in ('open', 'planned');

create table admission.appeal (
  id uuid primary key default uuidv7(),
  -- One appeal a measure.
  measure_id uuid not null unique references admission.measure,
  state text not null default 'filed' check (state in ('filed', 'upheld', 'dismissed', 'withdrawn')),
  statement text not null,
  file_ids uuid[] not null default '{}',
  filed_by uuid not null,
  filed_at timestamptz not null,
  -- The last working day for an answer.
  due_on date not null,
  decided_by uuid check (decided_by <> filed_by),
  decision text,
  decided_at timestamptz,
  row_version integer not null default 1,
  check ((state in ('upheld', 'dismissed')) = (decided_by is not null) and (decided_by is null) = (decision is null)
         and (decided_by is null) = (decided_at is null))
);
create index appeal_open on admission.appeal (due_on, id) where state = 'filed';

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

-- Leaving is a procedure: everybody who has something open with the supplier answers for it.
create table admission.exit_procedure (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  county_code text not null,
  measure_id uuid not null unique references admission.measure,
  state text not null default 'running' check (state in ('running', 'completed', 'cancelled')),
  started_at timestamptz not null,
  deadline date not null,
  ended_at timestamptz,
  row_version integer not null default 1,
  check ((state = 'running') = (ended_at is null))
);
create unique index exit_procedure_running on admission.exit_procedure (supplier_id) where state = 'running';
create index exit_procedure_newest on admission.exit_procedure (id desc);

create table admission.exit_step (
  exit_id uuid not null references admission.exit_procedure,
  step text not null check (step in ('offSale', 'openOrders', 'afterSales', 'farmerDues', 'finalStatement', 'remainingDebts',
    'access', 'records')),
  state text not null default 'waiting' check (state in ('waiting', 'underWay', 'blocked', 'done')),
  why text not null default '',
  reported_by text,
  reported_at timestamptz,
  primary key (exit_id, step),
  check ((state = 'waiting') = (reported_at is null)),
  check (state <> 'blocked' or why <> '')
);

create view admission.measure_v as
  select id, supplier_id, product_id, kind, ground, reason, reason_en, state, started_at, ends_on, ended_at, published_at
    from admission.measure;

grant select, insert, update on admission.watch_case, admission.measure, admission.rectification, admission.appeal,
  admission.certificate, admission.watch, admission.recheck, admission.spot_check_plan, admission.spot_check_sample,
  admission.signal, admission.exit_procedure, admission.exit_step, admission.reassessment_difference to xihuo_app;
grant select, insert on admission.case_part, admission.case_statement, admission.certificate_reminder, admission.watch_round
  to xihuo_app;
grant delete on admission.reassessment_difference to xihuo_app;
grant select on admission.measure_v to xihuo_app, xihuo_auditor;
