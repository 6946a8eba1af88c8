-- Roles of the platform are taken away by two operators: one proposes, another confirms, and whoever proposed may take it back.
create table identity.role_ending (
  id uuid primary key default uuidv7(),
  grant_id uuid not null references identity.role_grant,
  reason text not null,
  proposed_by uuid not null references identity.person,
  proposed_at timestamptz not null,
  decided_by uuid references identity.person,
  decided_at timestamptz,
  outcome text check (outcome in ('ended', 'withdrawn')),
  check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (outcome is null)),
  check (outcome is distinct from 'ended' or decided_by <> proposed_by)
);
create unique index role_ending_open on identity.role_ending (grant_id) where decided_at is null;

grant select, insert, update (decided_by, decided_at, outcome) on identity.role_ending to xihuo_app;
grant select on identity.role_ending to xihuo_auditor;
