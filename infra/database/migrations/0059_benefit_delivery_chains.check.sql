do $$
begin
  assert not exists (select from benefit.replaced_delivery
    where not exists (select from trace.confirmed_delivery_v where id = by_id)), 'what stands in the place of another was confirmed';
  assert not has_table_privilege('xihuo_app', 'trace.confirmed_delivery_v', 'INSERT, UPDATE, DELETE'), 'a view is for reading';
end $$;
