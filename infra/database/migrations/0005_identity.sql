-- Who may come in and as whom. Nothing here opens a door by itself: a session is a row that every request reads anew.

create table identity.person (
  id uuid primary key default uuidv7(),
  display_name text not null check (display_name <> ''),
  created_at timestamptz not null default platform.business_now(),
  disabled_at timestamptz
);

-- Farmers have none: they come in by SMS code alone.
create table identity.credential (
  person_id uuid primary key references identity.person,
  login text not null unique check (login = lower(login) and login <> ''),
  -- Algorithm, cost and salt stand in the text itself (PHC), so the cost can rise with the next sign-in.
  password_phc text not null check (password_phc like '$argon2id$%'),
  changed_at timestamptz not null
);

-- A village shares phones: one phone leads to several people, who choose themselves after the code.
create table identity.phone_link (
  person_id uuid primary key references identity.person,
  phone_index bytea not null,
  phone_sealed bytea not null,
  linked_at timestamptz not null
);
create index phone_link_phone on identity.phone_link (phone_index, person_id);

-- What a person may act as. Ended, never deleted: who could do what on a day in the past must stay answerable.
create table identity.role_grant (
  id uuid primary key default uuidv7(),
  person_id uuid not null references identity.person,
  role text not null check (role in ('consumer', 'businessBuyer', 'supplier', 'farmer', 'countyAgriculture',
    'countyRevitalisation', 'auditor', 'reviewer', 'operator', 'finance', 'mediator')),
  -- Ids of registry's; no key across contexts.
  organisation_id uuid,
  -- The part of a GB/T 2260 code that binds: '62' is Gansu, '6205' Tianshui, '620503' one county; null is the whole country.
  jurisdiction text check (jurisdiction ~ '^(\d{2}){1,3}$'),
  household_id uuid,
  granted_at timestamptz not null,
  granted_by text not null,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null)),
  check (role <> 'farmer' or household_id is not null),
  check (role not in ('supplier', 'businessBuyer') or organisation_id is not null),
  check (role not in ('countyAgriculture', 'countyRevitalisation', 'auditor') or jurisdiction is not null),
  check (role not in ('countyAgriculture', 'countyRevitalisation') or length(jurisdiction) = 6)
);
create unique index role_grant_once on identity.role_grant
  (person_id, role, organisation_id, jurisdiction, household_id) nulls not distinct where ended_at is null;

create table identity.session (
  id uuid primary key default uuidv7(),
  -- Only the hash: whoever reads this table cannot come in with what is there.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null references identity.person,
  surface text not null check (surface in ('shop', 'console')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Absolute on the console; on the shop it slides with use.
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz
);
create index session_person on identity.session (person_id) where ended_at is null;

create table identity.totp_secret (
  person_id uuid primary key references identity.person,
  secret_sealed bytea not null,
  enrolled_at timestamptz not null,
  -- Codes up to this step of thirty seconds are spent.
  last_used_step bigint not null default -1
);

create table identity.sms_code (
  request_id uuid primary key default uuidv7(),
  phone_index bytea not null,
  -- Keyed: six digits under a plain hash are found in a blink.
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  tries smallint not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index sms_code_created on identity.sms_code (created_at);

-- Counters of attempts in fixed windows; the key is a keyed hash of what is counted (login, phone, address), so no personal data.
create table identity.attempt (
  key bytea primary key,
  window_end timestamptz not null,
  count integer not null check (count >= 0)
);
create index attempt_window on identity.attempt (window_end);

create view identity.person_v as select id, display_name, disabled_at from identity.person;
create view identity.role_grant_v as
  select person_id, role, organisation_id, jurisdiction, household_id from identity.role_grant where ended_at is null;

grant select, insert, update on identity.person, identity.credential, identity.phone_link, identity.role_grant,
  identity.session, identity.totp_secret, identity.sms_code, identity.attempt to xihuo_app;
-- What is over may be swept: the audit chain remembers that it was there.
grant delete on identity.session, identity.sms_code, identity.attempt to xihuo_app;
grant select on identity.person_v, identity.role_grant_v to xihuo_app;
-- An auditor sees who may do what, and none of the secrets.
revoke select on all tables in schema identity from xihuo_auditor;
grant select on identity.person, identity.role_grant, identity.person_v, identity.role_grant_v to xihuo_auditor;
