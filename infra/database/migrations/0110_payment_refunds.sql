-- Money on its way back: a refund is written before the provider is asked, under a key of our own, and its leg keeps count of
-- all of them, so that never more is promised back than was captured.

alter table payment.leg
  add column refund_fen bigint not null default 0,
  add constraint never_more_than_captured check (refund_fen between 0 and amount_fen);

create table payment.refund (
  id uuid primary key default uuidv7(),
  payment_id uuid not null,
  supplier_order_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- Whose wish it was: money nobody can use (`unmatched`, the payment), an after-sale case, a cancelled part.
  source_kind text not null,
  source_id uuid not null,
  state text not null default 'requested' check (state in ('requested', 'sent', 'unknown', 'succeeded', 'failed')),
  -- The provider knows each attempt by a name of its own: a failed one stays failed there.
  attempt integer not null default 1 check (attempt > 0),
  provider_refund text,
  failure text,
  -- Taken back from the sub-merchant after it had been released, and what it could not give: the supplier's debt.
  recovered_fen bigint not null default 0,
  shortfall_fen bigint not null default 0,
  requested_at timestamptz not null,
  -- When the provider was last asked, and when a failed one is tried again.
  asked_at timestamptz,
  try_again_at timestamptz,
  ended_at timestamptz,
  foreign key (payment_id, supplier_order_id) references payment.leg (payment_id, supplier_order_id),
  -- One wish is one refund a leg, however often it is uttered.
  unique (source_kind, source_id, supplier_order_id)
);
create index refund_leg on payment.refund (supplier_order_id);
create index refund_under_way on payment.refund (asked_at nulls first, id) where state <> 'succeeded';

-- What was owed back before refunds had rows.
insert into payment.refund (payment_id, supplier_order_id, amount_fen, source_kind, source_id, state, requested_at, ended_at)
select leg.payment_id, leg.supplier_order_id, leg.amount_fen, 'unmatched', leg.payment_id,
       case when payment.refunded_at is null then 'requested' else 'succeeded' end, payment.refund_due_at, payment.refunded_at
  from payment.leg join payment.payment on payment.id = leg.payment_id where payment.refund_due_at is not null;
update payment.leg set refund_fen = amount_fen
 where exists (select from payment.refund where refund.supplier_order_id = leg.supplier_order_id);

create or replace view payment.leg_v as select * from payment.leg;
create view payment.refund_v as
  select id, payment_id, supplier_order_id, amount_fen, source_kind, source_id, state, attempt, failure, requested_at, ended_at
    from payment.refund;

grant select, insert, update on payment.refund to xihuo_app;
grant select on payment.refund_v to xihuo_app;
grant select on payment.refund, payment.refund_v to xihuo_auditor;
