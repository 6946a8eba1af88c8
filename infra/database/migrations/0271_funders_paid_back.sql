-- What an organisation that funds discounts has back, and owes nothing it would pay for, is sent back to it: entered by two people, each
-- from the bank's own paper, as the money that came from it was.
alter table settlement.subsidy_entry
  add column goes_back boolean not null default false,
  add constraint only_an_organisation_is_paid_back check (not goes_back or funder_kind = 'organisation');

create table settlement.subsidy_return (
  id uuid primary key,
  funder_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  bank_reference text not null unique,
  paid_on date not null,
  entered_by text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  constraint paid_back_by_two check (entered_by <> recorded_by)
);
create index subsidy_return_funder on settlement.subsidy_return (funder_id);

grant select, insert on settlement.subsidy_return to xihuo_app;
grant select on settlement.subsidy_return to xihuo_auditor;
