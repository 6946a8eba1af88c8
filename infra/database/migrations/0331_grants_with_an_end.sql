-- A deputy: somebody who acts in a role until a day, in the place of somebody else or beside them. What is past its day opens nothing
-- from then on; nobody has to end it.
alter table identity.role_grant
  -- The beginning of the day after the last.
  add column until timestamptz,
  add column deputy_for uuid references identity.person,
  add constraint deputies_end check (deputy_for is null or until is not null);

create or replace view identity.role_grant_v as
  select person_id, role, organisation_id, jurisdiction, household_id from identity.role_grant
   where ended_at is null and (until is null or until > platform.business_now());

create index role_grant_of_organisation on identity.role_grant (organisation_id, role) where ended_at is null;
create index role_grant_of_place on identity.role_grant (jurisdiction, role) where ended_at is null;
