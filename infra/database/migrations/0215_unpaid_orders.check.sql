do $$
begin
  assert (select count(*) = 3 from pg_indexes where schemaname = 'ordering' and indexname like 'customer_order_unpaid_%'),
    'unpaid orders are counted from an index';
  assert not exists (select from registry.policy where key = 'order.payWithinMinutes')
    or (select count(*) = 2 from registry.policy where key in ('order.unpaidMost', 'cart.newPerHour')), 'a living house has the limits';
end $$;
