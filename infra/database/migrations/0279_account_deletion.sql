-- Accounts that are to be deleted (PIPL art. 47). A wish that was taken back stays as a line of its own; of a person one is open at most.
create table identity.account_deletion (
  id uuid primary key default uuidv7(),
  person_id uuid not null references identity.person,
  asked_at timestamptz not null,
  -- Not before; put off a day where something of the account is not over.
  due_at timestamptz not null,
  taken_back_at timestamptz,
  done_at timestamptz,
  check (num_nonnulls(taken_back_at, done_at) <= 1)
);
create unique index account_deletion_open on identity.account_deletion (person_id) where taken_back_at is null and done_at is null;
create index account_deletion_due on identity.account_deletion (due_at) where taken_back_at is null and done_at is null;

grant select, insert, update on identity.account_deletion to xihuo_app;

-- What leads to somebody is destroyed; the row of the person stays as a number that orders and the audit trail name.
grant delete on identity.credential, identity.phone_link, identity.former_phone, identity.totp_secret to xihuo_app;
grant delete on platform.notice to xihuo_app;
-- Where a closed order went to is not kept longer than its buyer's account; the order is.
grant update (delivery_sealed, delivery_masked, phone_index, asked_from) on ordering.customer_order to xihuo_app;
