-- An operator looks at the console as a supplier's people see it, to help or to understand: for a while, for a reason, reading alone.
-- The session it belongs to may be swept long before: who looked at whom stays.
create table identity.viewing (
  id uuid primary key default uuidv7(),
  session_id uuid not null,
  person_id uuid not null references identity.person,
  organisation_id uuid not null,
  reason text not null check (length(reason) between 4 and 500),
  began_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > began_at),
  ended_at timestamptz
);
create unique index viewing_open on identity.viewing (session_id) where ended_at is null;

grant select, insert, update (ended_at) on identity.viewing to xihuo_app;
grant select on identity.viewing to xihuo_auditor;
