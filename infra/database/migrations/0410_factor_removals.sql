-- Somebody who acts for a supplier or a county has lost the authenticator: one operator asks that the factor is taken off, another, who
-- has seen that it is they, does it. Refused or withdrawn it was kept.
create table identity.factor_removal (
  id uuid primary key default uuidv7(),
  person_id uuid not null references identity.person,
  reason text not null,
  proposed_by uuid not null references identity.person,
  proposed_at timestamptz not null,
  decided_by uuid references identity.person,
  decided_at timestamptz,
  outcome text check (outcome in ('taken', 'kept')),
  check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (outcome is null)),
  check (outcome is distinct from 'taken' or decided_by <> proposed_by),
  check (person_id <> proposed_by and person_id is distinct from decided_by)
);
create unique index factor_removal_open on identity.factor_removal (person_id) where decided_at is null;

grant select, insert, update (decided_by, decided_at, outcome) on identity.factor_removal to xihuo_app;
grant select on identity.factor_removal to xihuo_auditor;
