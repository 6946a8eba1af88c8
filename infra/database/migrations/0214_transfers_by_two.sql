-- A transfer is used once a second person has held it against the bank's own paper; what was entered wrongly is reversed, and what stands to an
-- organisation's credit or belongs to nobody is sent back, each by two people.
alter table ordering.bank_transfer
  -- Who wrote it down, and who said by hand which order it pays; nobody where the code in its remark says so, or of what was entered before.
  add column entered_by uuid,
  add column named_by uuid,
  add column confirmed_by uuid,
  add column ended text check (ended in ('reversed', 'returned')),
  add column ended_at timestamptz,
  drop constraint bank_transfer_reference_key,
  drop constraint matched_to_somebody,
  -- An order is named before it is confirmed; whose money it is stands there once it is.
  add constraint matched_to_somebody check ((matched_at is null) = (organisation_id is null) and (matched_at is null or matched_by is not null)),
  add constraint confirmed_by_two check (confirmed_by is null or (matched_at is not null
    and confirmed_by is distinct from entered_by and confirmed_by is distinct from named_by)),
  add constraint ended_once check ((ended is null) = (ended_at is null));
-- What was reversed may be entered as it truly is.
create unique index bank_transfer_reference_key on ordering.bank_transfer (bank_reference) where ended is distinct from 'reversed';
drop index ordering.bank_transfer_waiting;
create index bank_transfer_waiting on ordering.bank_transfer (id) where matched_at is null and ended is null;

create table ordering.transfer_return (
  id uuid primary key,
  -- A transfer that never came so; a transfer of which nobody says what it pays; what stands to an organisation's credit.
  kind text not null check (kind in ('reversal', 'unmatched', 'credit')),
  transfer_id uuid references ordering.bank_transfer,
  organisation_id uuid references ordering.business_account,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  state text not null check (state in ('proposed', 'approved', 'refused', 'withdrawn', 'sent')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text,
  -- The bank's own name for the money that went back.
  bank_reference text,
  sent_at timestamptz,
  constraint four_eyes check (case state when 'proposed' then decided_by is null when 'withdrawn' then decided_by = proposed_by
                                         else decided_by <> proposed_by end),
  constraint decided check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint of_a_transfer_or_a_credit check ((kind = 'credit') = (transfer_id is null) and (kind <> 'credit' or organisation_id is not null)),
  constraint sent_by_bank check ((state = 'sent') = (bank_reference is not null) and (state = 'sent') = (sent_at is not null)
                                 and (kind <> 'reversal' or state <> 'sent'))
);
create unique index transfer_return_open on ordering.transfer_return (transfer_id) where state = 'proposed';
create index transfer_return_organisation on ordering.transfer_return (organisation_id, id) where organisation_id is not null;

-- Less than nothing: what a transfer that was reversed had paid is owed again.
alter table ordering.receivable_payment
  drop constraint receivable_payment_amount_fen_check,
  add constraint receivable_payment_amount_fen_check check (amount_fen <> 0);

grant select, insert on ordering.transfer_return to xihuo_app;
grant update (state, decided_by, decided_at, decided_reason, organisation_id, bank_reference, sent_at) on ordering.transfer_return to xihuo_app;
grant update (named_by, confirmed_by, ended, ended_at) on ordering.bank_transfer to xihuo_app;
grant select on ordering.transfer_return to xihuo_auditor;
