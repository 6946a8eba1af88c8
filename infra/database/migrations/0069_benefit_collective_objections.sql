-- A village collective objects to a line of its own as a household does, and is answered by somebody else by a day.

alter table benefit.contest
  alter household_id drop not null,
  add collective_id uuid,
  add constraint objected_by_one check (num_nonnulls(household_id, collective_id) = 1);
alter table benefit.contest
  add payee_id uuid not null generated always as (coalesce(household_id, collective_id)) stored;
create index contest_collective on benefit.contest (collective_id, id desc) where collective_id is not null;
