-- A payment that was called off at the cashier is over, its order is not: as long as that may be paid each new attempt is a payment of
-- its own, so that money which comes late for an old one is told apart from it, and goes back.
alter table payment.payment
  add column attempt integer not null default 1 check (attempt > 0),
  drop constraint payment_order_id_key,
  add constraint payment_attempt unique (order_id, attempt);
alter table payment.leg drop constraint leg_supplier_order_id_key;
create unique index payment_kept on payment.payment (order_id) where state = 'captured' and refund_due_at is null;
create index leg_part on payment.leg (supplier_order_id);

-- How an order's payment stands: the attempt that brought the money, else the last one.
create or replace view payment.payment_v as
  select id, order_id, state, amount_fen, created_at, captured_at from payment.payment
   where not exists (
     select from payment.payment other
      where other.order_id = payment.order_id
        and (other.state = 'captured' and other.refund_due_at is null, other.attempt)
            > (payment.state = 'captured' and payment.refund_due_at is null, payment.attempt));
