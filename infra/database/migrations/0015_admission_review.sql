-- How an application is judged: by two departments of its county, where the standard says so by city and province, by two
-- reviewers who are none of these, and by the public. Rounds begin anew with every request for corrections.

alter table admission.application
  add column review_round smallint not null default 1 check (review_round > 0),
  -- Since when the present step waits for somebody; the first one waits since the submission.
  add column stage_since timestamptz;

-- Four eyes as a key: whoever had one part in an application has no other, whatever their roles say.
create table admission.participant (
  application_id uuid not null references admission.application,
  person_id uuid not null,
  part text not null check (part in ('submitter', 'agriculture', 'revitalisation', 'city', 'province', 'reviewer',
    'objections', 'recused')),
  -- What the person belonged to at that time.
  organisation_ids uuid[] not null,
  acted_at timestamptz not null,
  primary key (application_id, person_id)
);

create table admission.recommendation (
  application_id uuid not null references admission.application,
  round smallint not null,
  department text not null check (department in ('agriculture', 'revitalisation')),
  signed_by uuid not null,
  -- What the department gates, question by question; all are answered yes, else it asks for corrections or rejects.
  confirmed text[] not null check (cardinality(confirmed) > 0),
  opinion text not null,
  seal_number text,
  signed_at timestamptz not null,
  primary key (application_id, round, department),
  -- Signed apart.
  unique (application_id, round, signed_by)
);
create index recommendation_signer on admission.recommendation (signed_by, signed_at);

create table admission.level_check (
  application_id uuid not null references admission.application,
  round smallint not null,
  level text not null check (level in ('city', 'province')),
  signed_by uuid not null,
  opinion text not null,
  signed_at timestamptz not null,
  primary key (application_id, round, level),
  unique (application_id, round, signed_by)
);

create table admission.review (
  id uuid primary key default uuidv7(),
  application_id uuid not null references admission.application,
  round smallint not null,
  reviewer_id uuid not null,
  state text not null default 'claimed' check (state in ('claimed', 'released', 'decided')),
  claimed_until timestamptz not null,
  -- The conflict-of-interest declaration as it was worded when it was given.
  declaration text,
  declared_at timestamptz,
  verdict text check (verdict in ('approve', 'reject')),
  reason text,
  decided_at timestamptz,
  row_version integer not null default 1,
  check ((state = 'decided') = (verdict is not null)),
  check ((verdict is null) = (decided_at is null)),
  check ((declaration is null) = (declared_at is null)),
  check (verdict is null or declared_at is not null),
  -- Two verdicts of one round are of two people.
  unique (application_id, round, reviewer_id)
);
create unique index review_claim on admission.review (application_id, round) where state = 'claimed';
create index review_reviewer on admission.review (reviewer_id, id) where state = 'claimed';

create table admission.review_item (
  review_id uuid not null references admission.review,
  criterion text not null,
  result text not null check (result in ('pass', 'fail', 'notApplicable')),
  note text not null default '',
  ticked_at timestamptz not null,
  primary key (review_id, criterion),
  check (result <> 'fail' or note <> '')
);

create table admission.correction (
  id uuid primary key default uuidv7(),
  application_id uuid not null references admission.application,
  -- The round that ended with it.
  round smallint not null,
  requested_by uuid not null,
  part text not null,
  reason text not null,
  -- [{ pointer, note }]: which fields, and what about them.
  fields jsonb not null check (jsonb_array_length(fields) > 0),
  due_on date not null,
  requested_at timestamptz not null,
  unique (application_id, round)
);

create table admission.public_notice (
  id uuid primary key default uuidv7(),
  subject_kind text not null check (subject_kind in ('application', 'recognition')),
  subject_id uuid not null,
  supplier_id uuid not null,
  county_code text not null,
  -- What the public is told beside who and where, as it was worded on the day.
  statement_zh text not null,
  statement_en text not null,
  starts_on date not null,
  -- The last day on which an objection may be handed in.
  ends_on date not null check (ends_on > starts_on),
  state text not null default 'open' check (state in ('open', 'passed', 'failed', 'withdrawn')),
  published_at timestamptz not null,
  closed_at timestamptz,
  -- A machine found something new after the notice ended: people look at it before anything goes on.
  held_at timestamptz,
  held_faults jsonb,
  row_version integer not null default 1,
  check ((state = 'open') = (closed_at is null))
);
create unique index public_notice_open on admission.public_notice (subject_kind, subject_id) where state = 'open';
create index public_notice_due on admission.public_notice (ends_on) where state = 'open';
create index public_notice_newest on admission.public_notice (id desc);
create index public_notice_subject on admission.public_notice (subject_id);

create table admission.objection (
  id uuid primary key default uuidv7(),
  notice_id uuid not null references admission.public_notice,
  -- Known where the objector was signed in.
  person_id uuid,
  -- Name and phone rest sealed: people who object have to fear those they object to.
  contact_index bytea not null,
  contact_sealed bytea not null,
  statement text not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'dismissed')),
  submitted_at timestamptz not null,
  decided_by uuid,
  decision text,
  decided_at timestamptz,
  row_version integer not null default 1,
  unique (notice_id, contact_index),
  check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decision is null)
         and (decided_by is null) = (decided_at is null))
);
create index objection_open on admission.objection (id) where state = 'open';

create table admission.inspection (
  id uuid primary key default uuidv7(),
  application_id uuid not null references admission.application,
  supplier_id uuid not null,
  county_code text not null,
  state text not null default 'planned' check (state in ('planned', 'reported', 'cancelled')),
  ordered_by uuid not null,
  order_reason text not null,
  planned_on date not null,
  inspector_id uuid,
  visited_on date,
  place text,
  -- [{ item, result, note }]
  findings jsonb not null default '[]',
  result text check (result in ('pass', 'improve', 'fail')),
  summary text,
  file_ids uuid[] not null default '{}',
  closed_at timestamptz,
  cancel_reason text,
  row_version integer not null default 1,
  check ((state = 'reported') = (result is not null and inspector_id is not null and visited_on is not null)),
  check ((state = 'planned') = (closed_at is null)),
  check ((state = 'cancelled') = (cancel_reason is not null))
);
create index inspection_application on admission.inspection (application_id, id);
create index inspection_planned on admission.inspection (county_code, planned_on) where state = 'planned';

-- What a register said when somebody asked it; never changed, asked again.
create table admission.credit_snapshot (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  register text not null check (register in ('seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation', 'penalty')),
  status text not null check (status in ('clear', 'listed')),
  reason text not null default '',
  queried_on date not null,
  source text not null,
  file_id uuid,
  recorded_by text not null,
  recorded_at timestamptz not null,
  check (status = 'clear' or reason <> '')
);
create index credit_snapshot_newest on admission.credit_snapshot (supplier_id, register, queried_on desc, id desc);

grant select, insert, update on admission.participant, admission.review, admission.review_item, admission.public_notice,
  admission.objection, admission.inspection to xihuo_app;
grant select, insert on admission.recommendation, admission.level_check, admission.correction, admission.credit_snapshot
  to xihuo_app;
revoke select on admission.objection from xihuo_auditor;
grant select (id, notice_id, statement, state, submitted_at, decided_by, decision, decided_at) on admission.objection
  to xihuo_auditor;
