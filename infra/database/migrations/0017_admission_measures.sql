-- After the admission: what was found, what is done about it, and how a supplier leaves. A case gathers what was found; a measure
-- is what was decided about it and is in force while it has no end; an appeal asks other people to look again.

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
  admission.exit_procedure, admission.exit_step to xihuo_app;
grant select, insert on admission.case_part, admission.case_statement to xihuo_app;
grant select on admission.measure_v to xihuo_app, xihuo_auditor;
