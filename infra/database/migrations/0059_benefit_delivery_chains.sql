-- All rows that stood confirmed for what was brought, the ones put right since as well: whoever hears of a correction before the one
-- that came before it knows from here what it stands for.
create view trace.confirmed_delivery_v as
  select id, coalesce(root_id, id) as root_id, lot_id, household_id, confirmed_at from trace.delivery where confirmed_at is not null;
create index delivery_confirmed_root on trace.delivery (coalesce(root_id, id)) where confirmed_at is not null;

grant select on trace.confirmed_delivery_v to xihuo_app, xihuo_auditor;
