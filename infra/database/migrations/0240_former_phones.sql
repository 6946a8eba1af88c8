-- Phones people came in by before. What concerns where their money goes is told there as well for a while: whoever took over an account,
-- and gave it another phone first, is not alone with it.
create table identity.former_phone (
  person_id uuid not null references identity.person,
  phone_index bytea not null,
  phone_sealed bytea not null,
  replaced_at timestamptz not null,
  primary key (person_id, phone_index)
);

grant select, insert, update on identity.former_phone to xihuo_app;
revoke select on identity.former_phone from xihuo_auditor;
