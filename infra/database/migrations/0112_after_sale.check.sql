do $$
begin
  assert not has_table_privilege('xihuo_app', 'ordering.after_sale_step', 'UPDATE'), 'the steps of a case are never edited';
  assert not has_table_privilege('xihuo_app', 'ordering.after_sale_line', 'UPDATE'), 'what was claimed stays as it was claimed';
  assert exists (select from pg_class where relname = 'after_sale_due'), 'deadlines have an index';
end $$;
