-- What people agreed to, and took back: one line each time, never written over (PIPL art. 14, 15). Which text it was, its version says.
create table identity.consent (
  id uuid primary key default uuidv7(),
  person_id uuid not null references identity.person,
  kind text not null check (kind in ('terms', 'privacy', 'favouriteNews')),
  version text not null check (version <> ''),
  given boolean not null,
  at timestamptz not null
);
create index consent_person on identity.consent (person_id, kind, id desc);

-- What stands now of each kind.
create view identity.consent_v as
  select distinct on (person_id, kind) person_id, kind, version, given, at from identity.consent order by person_id, kind, id desc;

-- How an account wants its pages, on whatever device.
create table identity.preference (
  person_id uuid primary key references identity.person,
  elder boolean not null,
  changed_at timestamptz not null
);

grant select, insert on identity.consent to xihuo_app;
grant select on identity.consent_v to xihuo_app, xihuo_auditor;
grant select, insert, update, delete on identity.preference to xihuo_app;
revoke select on identity.preference from xihuo_auditor;
