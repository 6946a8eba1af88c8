-- Money of a funder is entered by two people, each from the bank's own paper: what the first wrote waits until another writes the same.
create table settlement.subsidy_entry (
  id uuid primary key,
  funder_kind text not null check (funder_kind in ('platform', 'organisation')),
  funder_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  bank_reference text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  constraint entry_funder_named check ((funder_kind = 'platform') = (funder_id is null))
);
-- The newest of a movement is the one that another has to agree with.
create index subsidy_entry_reference on settlement.subsidy_entry (bank_reference, id desc);
grant select, insert on settlement.subsidy_entry to xihuo_app;
grant select on settlement.subsidy_entry to xihuo_auditor;

alter table settlement.subsidy_receipt
  -- Who wrote it down first; null of what one person entered before.
  add column entered_by text,
  add constraint entered_by_two check (entered_by is null or entered_by <> recorded_by);
