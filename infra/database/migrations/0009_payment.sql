-- One payment an order, a leg per supplier order. The provider holds the money; these rows are what we know of it.

create table payment.merchant (
  supplier_id uuid primary key,
  provider text not null,
  provider_account text not null,
  state text not null check (state in ('opening', 'active', 'restricted')),
  updated_at timestamptz not null
);

create table payment.payment (
  id uuid primary key default uuidv7(),
  order_id uuid not null unique,
  provider text not null,
  provider_payment text unique,
  state text not null default 'created'
    check (state in ('created', 'awaitingBuyer', 'unknown', 'captured', 'failed', 'cancelled')),
  amount_fen bigint not null check (amount_fen > 0),
  currency text not null default 'CNY' check (currency = 'CNY'),
  -- What the buyer's browser was last told to do.
  action jsonb,
  created_at timestamptz not null,
  captured_at timestamptz,
  -- Money that came for an order that was cancelled meanwhile: due back to the buyer since, and back.
  refund_due_at timestamptz,
  refunded_at timestamptz,
  -- When the provider was last asked; the poller takes those it has not asked for a while.
  asked_at timestamptz
);
create index payment_unresolved on payment.payment (asked_at nulls first, id) where state in ('created', 'awaitingBuyer', 'unknown', 'failed');

create index payment_owed_back on payment.payment (refund_due_at) where refund_due_at is not null and refunded_at is null;

create table payment.leg (
  payment_id uuid not null references payment.payment,
  supplier_order_id uuid not null unique,
  supplier_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (payment_id, supplier_order_id)
);

-- What the provider sent, kept before anything is done with it; the event's id makes a repeat harmless.
create table payment.inbox (
  id uuid primary key default uuidv7(),
  provider text not null,
  event_id text not null,
  kind text not null,
  provider_payment text,
  payload jsonb not null,
  received_at timestamptz not null default transaction_timestamp(),
  handled_at timestamptz,
  outcome text,
  unique (provider, event_id)
);
create index inbox_open on payment.inbox (id) where handled_at is null;

create view payment.payment_v as select id, order_id, state, amount_fen, created_at, captured_at from payment.payment;
create view payment.leg_v as select * from payment.leg;
create view payment.merchant_v as select * from payment.merchant;

grant select, insert, update on all tables in schema payment to xihuo_app;
grant select on all tables in schema payment to xihuo_auditor;
