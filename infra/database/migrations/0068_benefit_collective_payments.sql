-- A village collective is paid past the platform as households are: it says itself that it has the money, and its share is not paid twice.

alter table benefit.outside_payment
  alter household_id drop not null,
  add collective_id uuid,
  add constraint paid_to_one check (num_nonnulls(household_id, collective_id) = 1);
alter table benefit.outside_payment
  add payee_id uuid not null generated always as (coalesce(household_id, collective_id)) stored;
create index outside_collective on benefit.outside_payment (collective_id, id desc) where collective_id is not null;
create index obligation_collective on benefit.obligation (collective_id, supplier_id, id) where collective_id is not null;
create index obligation_payee on benefit.obligation (supplier_id, payee_id) where open_fen > 0;
