do $$
begin
  assert exists (select from pg_attribute where attrelid = 'ordering.customer_order'::regclass and attname = 'given_up_at'),
    'an order that was called off is told from one that ran out of time';
  assert has_column_privilege('xihuo_app', 'ordering.customer_order', 'given_up_at', 'update'), 'who calls an order off is noted';
end $$;
