-- What the whole field shares: places, pairings, organisations, households, dated policy, working days.

create table registry.region (
  code text primary key check (code ~ '^\d{6}$'),
  name text not null,
  level text not null check (level in ('province', 'prefecture', 'county')),
  parent_code text references registry.region,
  side text check (side in ('east', 'west')),
  pinyin text not null,
  -- Counties hang on a prefecture or straight on a province; asking for the province must not walk the tree.
  province_code text not null
);
create index region_parent on registry.region (parent_code, code);

create table registry.pairing (
  east_code text not null references registry.region,
  west_code text not null references registry.region,
  nickname text not null,
  effective_from date not null,
  effective_to date,
  source text not null,
  primary key (east_code, west_code, effective_from)
);

-- County lists change by notice, so membership is dated (domain.md part 0).
create table registry.listed_county (
  list text not null check (list in ('povertyExitCounty', 'keyAssistedCounty')),
  region_code text not null references registry.region,
  in_programme boolean not null,
  effective_from date not null,
  effective_to date,
  source text not null,
  primary key (list, region_code, effective_from)
);

create table registry.organisation (
  id uuid primary key default uuidv7(),
  -- The number the seed and outside papers know it by.
  reference text not null unique,
  name_zh text not null,
  name_en text not null,
  kind text not null check (kind in ('cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader', 'consumer',
    'supermarket', 'chain', 'canteen', 'institution', 'county', 'platform')),
  uscc text,
  county_code text references registry.region,
  address text,
  legal_representative text,
  established_on date,
  created_at timestamptz not null default platform.business_now()
);
create index organisation_name on registry.organisation using gin (name_zh gin_trgm_ops);

create table registry.household (
  id uuid primary key default uuidv7(),
  reference text not null unique,
  -- The supplier whose goods this household is behind; further links are agreements (benefit).
  supplier_id uuid not null references registry.organisation,
  county_code text not null references registry.region,
  village text not null,
  display_name text not null,
  joined_on date not null,
  created_at timestamptz not null default platform.business_now()
);
create index household_supplier on registry.household (supplier_id, id);
create index household_village on registry.household (county_code, village);

-- Status, ID number, card and phone are sensitive (PIPL art. 28): sealed, apart from everything else, and seen only where a
-- transaction has named its purpose. Row-level security stands on this table alone, since it costs on every read.
create table registry.household_sealed (
  household_id uuid primary key references registry.household,
  household_kind bytea not null,
  id_number bytea not null,
  bank_card bytea not null,
  consent_given_at timestamptz not null,
  consent_text_version text not null
);
alter table registry.household_sealed enable row level security;
alter table registry.household_sealed force row level security;
create policy named_purpose on registry.household_sealed
  using (coalesce(current_setting('xihuo.purpose', true), '') <> '')
  with check (coalesce(current_setting('xihuo.purpose', true), '') <> '');

-- Every number of law or local policy: dated, with its source. The value in force on a day is the newest that has begun.
create table registry.policy (
  key text not null,
  value jsonb not null,
  effective_from date not null,
  effective_to date check (effective_to > effective_from),
  source text not null,
  primary key (key, effective_from)
);

-- Days that differ from the weekly rule: holidays, and weekends worked in exchange (调休).
create table registry.calendar_exception (
  day date primary key,
  working boolean not null,
  name text not null,
  source text not null
);

create function registry.policy_on(wanted text, day date) returns jsonb
language sql stable parallel safe
begin atomic
  select value from registry.policy
   where key = wanted and effective_from <= day and (effective_to is null or effective_to > day)
   order by effective_from desc limit 1;
end;

create view registry.region_v as
  select region.code, region.name, region.level, region.parent_code, region.side, region.pinyin, region.province_code,
         province.name as province_name
    from registry.region
    join registry.region province on province.code = region.province_code;
create view registry.pairing_v as select * from registry.pairing;
create view registry.listed_county_v as select * from registry.listed_county;
create view registry.organisation_v as
  select id, reference, name_zh, name_en, kind, uscc, county_code, established_on from registry.organisation;
create view registry.household_v as
  select id, reference, supplier_id, county_code, village, display_name, joined_on from registry.household;
create view registry.policy_v as select * from registry.policy;

grant select, insert, update on all tables in schema registry to xihuo_app;
grant select on all tables in schema registry to xihuo_auditor;
revoke select on registry.household_sealed from xihuo_auditor;
grant execute on function registry.policy_on to xihuo_app, xihuo_auditor;
