-- How a rule and an application come about: standards in draft with the public's comments, applications filled in step by
-- step, their papers, the households that stand behind them, and the mandate a trader needs.

-- Working days after a day, by the weekly rule and its dated exceptions. No rest is longer than nine days, so that three
-- calendar days for each working day, and a month, always suffice.
create function registry.add_working_days(day date, days integer) returns date
language sql stable parallel safe
begin atomic
  select case when days = 0 then day else (
    select candidate::date
      from generate_series(day + 1, day + 3 * days + 30, interval '1 day') as candidate
      left join registry.calendar_exception exception on exception.day = candidate::date
     where coalesce(exception.working, extract(isodow from candidate) < 6)
     order by candidate offset days - 1 limit 1) end;
end;
grant execute on function registry.add_working_days to xihuo_app, xihuo_auditor;

-- A standard is published once and never edited; until then it is a draft that people may read and comment.
create table admission.standard_draft (
  version text primary key check (version ~ '^\d{4}-\d{1,3}$'),
  title_zh text not null,
  title_en text not null,
  -- What changes against the version before, for those who comment.
  summary_zh text not null default '',
  summary_en text not null default '',
  state text not null default 'draft' check (state in ('draft', 'commenting', 'published', 'withdrawn')),
  criteria jsonb not null,
  check_levels text[] not null default '{}' check (check_levels <@ array['city', 'province']),
  source text not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  comments_from date,
  -- The last day on which a comment is taken.
  comments_until date check (comments_until > comments_from),
  decided_by uuid,
  decided_at timestamptz,
  withdraw_reason text,
  row_version integer not null default 1,
  check (state = 'draft' or state = 'withdrawn' or comments_until is not null),
  -- Four eyes: nobody puts the own draft into force.
  check (state <> 'published' or decided_by <> drafted_by),
  check ((state in ('published', 'withdrawn')) = (decided_by is not null)),
  check ((state = 'withdrawn') = (withdraw_reason is not null))
);

create table admission.standard_comment (
  id uuid primary key default uuidv7(),
  version text not null references admission.standard_draft,
  -- Known where somebody was signed in; shown is the name given.
  person_id uuid,
  author_name text not null,
  statement text not null,
  commented_at timestamptz not null,
  adopted boolean,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  check ((answer is null) = (answered_by is null) and (answer is null) = (adopted is null) and (answer is null) = (answered_at is null))
);
create index standard_comment_version on admission.standard_comment (version, id);

-- 电子商务法 art. 34: a changed rule is made known at least seven days before it binds. What was published before stays.
alter table admission.standard
  add constraint standard_notice check (effective_from >= published_on + 7) not valid,
  add column if not exists check_levels text[] not null default '{}' check (check_levels <@ array['city', 'province']),
  add column title_zh text not null default '准入标准',
  add column title_en text not null default 'Admission standard';

-- A draft has no evidence yet: it is gathered and frozen with each submission.
alter table admission.application
  alter column evidence drop not null,
  add column if not exists submitted_by uuid,
  -- As it was filled in, step by step; nothing here is known to be right.
  add column form jsonb not null default '{}',
  add column created_at timestamptz not null default platform.business_now(),
  add column created_by uuid,
  add column saved_at timestamptz,
  add constraint application_evidence check (evidence is not null or state in ('draft', 'withdrawn'));
create index application_supplier on admission.application (supplier_id, id desc);

-- Every submission as it was judged: a re-run reads what stood there, whatever was corrected since.
create table admission.submission (
  application_id uuid not null references admission.application,
  round smallint not null check (round > 0),
  evidence jsonb not null,
  standard_version text not null references admission.standard,
  -- The words the applicant signed, by their version.
  undertaking_version text,
  submitted_by uuid,
  submitted_at timestamptz not null,
  judged_on date not null,
  primary key (application_id, round)
);

alter table admission.finding add column round smallint not null default 1;
alter table admission.finding drop constraint finding_pkey;
alter table admission.finding add primary key (application_id, round, criterion);

create table admission.document (
  id uuid primary key,
  application_id uuid not null references admission.application,
  kind text not null check (kind in ('businessLicence', 'foodProductionLicence', 'foodOperationLicence', 'linkageAgreement',
    'householdConsent', 'mandate', 'testReport', 'originCertificate', 'labelPhoto', 'sitePhoto', 'honour', 'other')),
  -- Of the files port; the same paper handed in twice is one file there.
  file_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size_bytes integer not null check (size_bytes > 0),
  pages integer not null check (pages > 0),
  valid_until date,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  -- Taken back before it was judged; what was judged stays readable.
  removed_at timestamptz
);
create index document_application on admission.document (application_id, id);

-- Whose livelihood the application speaks of. Name and village are registry's; who they are beyond that is sealed there.
create table admission.linked_household (
  application_id uuid not null references admission.application,
  household_id uuid not null,
  model text not null check (model in ('contractPurchase', 'employment', 'dividend', 'landRent', 'share')),
  -- Their own, apart from any other paper (个人信息保护法 art. 29).
  consent_given_on date not null,
  consent_text_version text not null,
  consent_how text not null check (consent_how in ('signature', 'witnessed', 'sms')),
  added_by uuid,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (application_id, household_id)
);

-- A trading company sells as agent of a producer who says so itself.
create table admission.mandate (
  id uuid primary key default uuidv7(),
  application_id uuid not null references admission.application,
  trader_id uuid not null,
  producer_id uuid not null check (producer_id <> trader_id),
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'refused', 'ended')),
  valid_until date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid check (answered_by <> asked_by),
  answered_at timestamptz,
  row_version integer not null default 1,
  check ((state in ('confirmed', 'refused')) <= (answered_by is not null))
);
create unique index mandate_open on admission.mandate (application_id) where state in ('asked', 'confirmed');
create index mandate_producer on admission.mandate (producer_id, id);

-- What `payment` reports about the account the supplier is to be paid into.
create table admission.merchant_state (
  supplier_id uuid primary key,
  state text not null check (state in ('pending', 'active', 'rejected')),
  account_name text,
  reported_at timestamptz not null
);

-- Who applies in earnest, or sells: whose account `payment` opens and reports about.
create view admission.merchant_wanted_v as
  select applicant.supplier_id, coalesce(merchant.state, 'none') as state
    from (select distinct supplier_id from admission.application where state not in ('draft', 'rejected', 'withdrawn')) applicant
    left join admission.merchant_state merchant using (supplier_id);

create or replace view admission.application_v as
  select id, supplier_id, kind, county_code, state, standard_version, submitted_at, decided_at, decision_reason
    from admission.application where state <> 'draft';

grant select, insert, update on admission.standard_draft, admission.standard_comment, admission.document,
  admission.linked_household, admission.mandate, admission.merchant_state to xihuo_app;
grant select, insert on admission.submission to xihuo_app;
grant select on admission.merchant_wanted_v to xihuo_app;
grant select on admission.standard_draft, admission.standard_comment, admission.document, admission.linked_household,
  admission.mandate, admission.merchant_state, admission.submission to xihuo_auditor;
