-- From what is settled for a payee to its account at a bank: where each is paid, what is due, lists that a second person approves by
-- their hash, and what became of every line. Money leaves an account in the books when it is set aside for a line, and comes back to
-- it when the line fails or is returned.

-- An account that was said to be a payee's. A change is a new row: the newest that was confirmed is the one to pay to.
create table settlement.payee_account (
  id uuid primary key,
  payee_kind text not null check (payee_kind in ('household', 'organisation')),
  payee_id uuid not null,
  state text not null check (state in ('proposed', 'confirmed', 'cancelled', 'returned')),
  bank_name text not null,
  -- 联行号
  cnaps_code text check (cnaps_code ~ '^[0-9]{12}$'),
  number_tail text not null check (number_tail ~ '^[0-9]{4}$'),
  -- A keyed hash of number and holder: whether two are the same is known without opening either.
  fingerprint bytea not null,
  -- Null: it came with the registration of the household.
  proposed_by uuid,
  proposed_at timestamptz not null,
  -- Nothing is paid to it before, nor to the one it replaces while this waits.
  held_until timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  constraint seen_by_a_second_person check (proposed_by is null or decided_by is null or state = 'cancelled' or decided_by <> proposed_by),
  constraint decided check ((state = 'proposed') = (decided_at is null))
);
create unique index payee_account_proposed on settlement.payee_account (payee_id) where state = 'proposed';
create index payee_account_payee on settlement.payee_account (payee_id, proposed_at desc);
create index payee_account_waiting on settlement.payee_account (id) where state = 'proposed';

-- Numbers and holders (PIPL art. 28): sealed, and seen only where a transaction has named its purpose.
create table settlement.payee_account_sealed (
  account_id uuid primary key references settlement.payee_account,
  number_sealed bytea not null,
  holder_sealed bytea not null
);
alter table settlement.payee_account_sealed enable row level security;
alter table settlement.payee_account_sealed force row level security;
create policy named_purpose on settlement.payee_account_sealed
  using (coalesce(current_setting('xihuo.purpose', true), '') <> '')
  with check (coalesce(current_setting('xihuo.purpose', true), '') <> '');

-- Whoever is paid by a run of settlements, and by whom: claimed by one line of one list at a time.
create table settlement.payout_due (
  id uuid primary key default uuidv7(),
  run_id uuid not null references settlement.run,
  supplier_id uuid not null,
  payee_kind text not null check (payee_kind in ('household', 'organisation')),
  payee_id uuid not null,
  purpose text not null check (purpose in ('wage', 'share', 'payable')),
  amount_fen bigint not null check (amount_fen > 0),
  item_id uuid,
  unique (run_id, supplier_id, payee_id, purpose)
);
create index payout_due_open on settlement.payout_due (supplier_id, payee_id) where item_id is null;
create index payout_due_item on settlement.payout_due (item_id) where item_id is not null;

create table settlement.payout_run (
  id uuid primary key,
  state text not null check (state in ('drawn', 'approved', 'discarded', 'setAside', 'closed')),
  business_date date not null,
  -- Over the hashes of its batches; what the second person approves.
  list_hash text not null,
  items integer not null,
  amount_fen bigint not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  discarded_reason text,
  constraint four_eyes check (approved_by <> drawn_by),
  constraint approved_by_somebody check (state in ('drawn', 'discarded') or approved_by is not null)
);
-- One list at a time waits for approval: what it holds is not drawn twice, and nobody approves an old one by mistake.
create unique index payout_run_drawn on settlement.payout_run ((true)) where state = 'drawn';
create index payout_run_approved on settlement.payout_run (id) where state = 'approved';

-- One debtor a batch: its own account at the institution pays all of it.
create table settlement.payout_batch (
  id uuid primary key default uuidv7(),
  run_id uuid not null references settlement.payout_run,
  supplier_id uuid not null,
  state text not null check (state in ('drawn', 'setAside', 'instructed', 'discarded')),
  list_hash text not null default '',
  items integer not null default 0,
  amount_fen bigint not null default 0,
  instructed_by uuid,
  instructed_at timestamptz,
  unique (run_id, supplier_id)
);

create table settlement.payout_item (
  id uuid primary key default uuidv7(),
  batch_id uuid not null references settlement.payout_batch,
  payee_kind text not null,
  payee_id uuid not null,
  purpose text not null check (purpose in ('wage', 'share', 'payable')),
  amount_fen bigint not null check (amount_fen > 0),
  account_id uuid not null references settlement.payee_account,
  fingerprint bytea not null,
  state text not null check (state in ('drawn', 'discarded', 'voided', 'setAside', 'paid', 'failed', 'returned')),
  moved_at timestamptz not null,
  unique (batch_id, payee_id, purpose)
);
create index payout_item_payee on settlement.payout_item (payee_id, id);

-- What happened to a line, told once: a second file of the bank that says the same is no news.
create table settlement.payout_event (
  item_id uuid not null references settlement.payout_item,
  event text not null check (event in ('pay', 'fail', 'bounce', 'void')),
  told_on date not null,
  bank_reference text,
  reason text not null,
  told_by text not null,
  told_at timestamptz not null,
  primary key (item_id, event)
);
create table settlement.payout_item_due (
  item_id uuid not null references settlement.payout_item,
  due_id uuid not null references settlement.payout_due,
  primary key (item_id, due_id)
);
create index payout_item_due_due on settlement.payout_item_due (due_id);

-- Who was due and not on the list, and why.
create table settlement.payout_held (
  id uuid primary key default uuidv7(),
  run_id uuid not null references settlement.payout_run,
  supplier_id uuid not null,
  payee_kind text not null,
  payee_id uuid not null,
  purpose text not null,
  amount_fen bigint not null,
  reason text not null check (reason in ('noAccount', 'accountHeld', 'accountReturned', 'owesHouseholds', 'standing')),
  unique (run_id, supplier_id, payee_id, purpose)
);
create index payout_held_run on settlement.payout_held (run_id, id);

-- Whether anything may leave at all: the newest row says.
create table settlement.payout_stop (
  id uuid primary key default uuidv7(),
  stopped boolean not null,
  reason text not null,
  by_person uuid not null,
  at timestamptz not null
);

-- What was settled before there were lists.
insert into settlement.payout_due (run_id, supplier_id, payee_kind, payee_id, purpose, amount_fen)
select run_id, supplier_id, case when household_id is null then 'organisation' else 'household' end, payee_id,
       case kind when 'wage' then 'wage' else 'share' end, sum(amount_fen)
  from benefit.share group by 1, 2, 3, 4, 5;
insert into settlement.payout_due (run_id, supplier_id, payee_kind, payee_id, purpose, amount_fen)
select run_id, supplier_id, 'organisation', supplier_id, 'payable', payable_fen from settlement.statement where payable_fen > 0;

create view settlement.payout_item_v as
  select item.id, batch.run_id, batch.supplier_id, item.payee_kind, item.payee_id, item.purpose, item.amount_fen, item.state, item.moved_at,
         account.bank_name, account.number_tail
    from settlement.payout_item item
    join settlement.payout_batch batch on batch.id = item.batch_id
    join settlement.payee_account account on account.id = item.account_id;
create view settlement.payout_due_v as select * from settlement.payout_due;

grant select, insert on settlement.payee_account, settlement.payee_account_sealed, settlement.payout_due, settlement.payout_run,
  settlement.payout_batch, settlement.payout_item, settlement.payout_event, settlement.payout_item_due, settlement.payout_held,
  settlement.payout_stop to xihuo_app;
grant update (state, decided_by, decided_at, reason) on settlement.payee_account to xihuo_app;
grant update (item_id) on settlement.payout_due to xihuo_app;
grant update (state, approved_by, approved_at, discarded_reason) on settlement.payout_run to xihuo_app;
grant update (state, instructed_by, instructed_at, list_hash, items, amount_fen) on settlement.payout_batch to xihuo_app;
grant update (state, moved_at) on settlement.payout_item to xihuo_app;
grant select on settlement.payout_item_v, settlement.payout_due_v to xihuo_app;
grant select on settlement.payee_account, settlement.payout_due, settlement.payout_run, settlement.payout_batch, settlement.payout_item,
  settlement.payout_event, settlement.payout_item_due, settlement.payout_held, settlement.payout_stop, settlement.payout_item_v,
  settlement.payout_due_v to xihuo_auditor;
revoke all on settlement.payee_account_sealed from xihuo_auditor;
