-- Every day the provider's bill is laid beside our payments, refunds and books. What does not agree is a row with an owner.

-- When the provider last spoke of the merchant: an older word that comes late changes nothing.
alter table payment.merchant add column told_at timestamptz;
create index merchant_account on payment.merchant (provider, provider_account);

-- Which days were read, and what stood on their bills. The provider's times are real ones; a day is a business day.
create table payment.bill_day (
  provider text not null,
  day date not null,
  read_at timestamptz not null,
  readings integer not null default 1,
  lines integer not null,
  payments_fen bigint not null,
  refunds_fen bigint not null,
  other_fen bigint not null,
  fees_fen bigint not null,
  primary key (provider, day)
);

create table payment.bill_line (
  provider text not null,
  ref text not null,
  day date not null,
  kind text not null check (kind in ('payment', 'refund', 'refundFailure', 'transfer', 'transferReversal', 'other')),
  -- Signed: into our account is positive.
  amount_fen bigint not null,
  fee_fen bigint not null,
  source_ref text,
  payment_ref text,
  -- What of ours it is about: payment:<id>, refund:<id>, or the line itself where it names nothing of ours.
  subject text not null,
  happened_at timestamptz not null,
  -- A later reading of its day did not have it any more.
  gone_at timestamptz,
  primary key (provider, ref)
);
create index bill_line_day on payment.bill_line (provider, day);
create index bill_line_subject on payment.bill_line (provider, subject);

create table payment.difference (
  id uuid primary key default uuidv7(),
  provider text not null,
  subject text not null,
  kind text not null check (kind in
    ('missingHere', 'missingThere', 'wrongAmount', 'twice', 'late', 'refundUnknown', 'ledgerMissing')),
  state text not null default 'open' check (state in ('open', 'assigned', 'explained', 'repaired', 'closed')),
  -- What we have, and what the other side has: the provider, or for ledgerMissing the books.
  here_fen bigint not null,
  there_fen bigint not null,
  business_date date not null,
  payment_id uuid,
  refund_id uuid,
  order_id uuid,
  opened_at timestamptz not null,
  owner_id uuid,
  -- Who said what it was: somebody else closes it.
  told_by uuid,
  closed_at timestamptz,
  closed_how text check (closed_how in ('healed', 'person')),
  closed_by uuid,
  row_version integer not null default 1,
  constraint owned_once_assigned check (state not in ('assigned', 'explained', 'repaired') or owner_id is not null),
  constraint closed_somehow check ((state = 'closed') = (closed_how is not null) and (closed_how is distinct from 'person' or closed_by is not null)),
  constraint closed_by_another check (closed_by <> told_by),
  -- One case a difference, however often it is found.
  unique (provider, subject, kind)
);
create index difference_open on payment.difference (provider, subject) where state <> 'closed';
create index difference_list on payment.difference (id) where state <> 'closed';

create table payment.difference_step (
  id uuid primary key default uuidv7(),
  difference_id uuid not null references payment.difference,
  event text not null,
  state text not null,
  by_person uuid,
  note text,
  here_fen bigint not null,
  there_fen bigint not null,
  at timestamptz not null
);
create index difference_step_of on payment.difference_step (difference_id, id);

create index payment_captured on payment.payment (captured_at) where state = 'captured';
create index refund_ended on payment.refund (ended_at) where ended_at is not null;
create index refund_payment on payment.refund (payment_id);

grant select, insert, update on payment.bill_day, payment.bill_line, payment.difference to xihuo_app;
grant select, insert on payment.difference_step to xihuo_app;
grant select on payment.bill_day, payment.bill_line, payment.difference, payment.difference_step to xihuo_auditor;
