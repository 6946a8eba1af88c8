-- Whoever orders and does not pay holds goods that others want: so many unpaid orders an address, an account and a phone may have at once.
alter table ordering.customer_order
  -- Keyed hashes: where it was asked for, and the phone it is sent to. Compared, never read; null of orders placed before.
  add column asked_from bytea,
  add column phone_index bytea;
create index customer_order_unpaid_from on ordering.customer_order (asked_from, pay_by)
  where state in ('awaitingPayment', 'expiring') and asked_from is not null;
create index customer_order_unpaid_phone on ordering.customer_order (phone_index, pay_by)
  where state in ('awaitingPayment', 'expiring') and phone_index is not null;
create index customer_order_unpaid_person on ordering.customer_order (person_id, pay_by)
  where state in ('awaitingPayment', 'expiring') and person_id is not null;

-- Where a house lives already; a new one is seeded with them. Null is no limit.
insert into registry.policy (key, value, effective_from, source)
select key, value::jsonb, '2026-01-01', '平台规则初始设定，可按规则变更程序调整'
  from (values ('order.unpaidMost', '{"address":60,"account":10,"phone":10}'), ('cart.newPerHour', '300')) as given (key, value)
 where exists (select from registry.policy where policy.key = 'order.payWithinMinutes')
on conflict do nothing;
