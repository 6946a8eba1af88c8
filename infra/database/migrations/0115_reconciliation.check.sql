do $$
begin
  assert exists (select from pg_constraint where conrelid = 'payment.difference'::regclass and contype = 'u'), 'one case a difference';
  assert not has_table_privilege('xihuo_app', 'payment.difference_step', 'UPDATE'), 'what was said of a difference stays';
end $$;
