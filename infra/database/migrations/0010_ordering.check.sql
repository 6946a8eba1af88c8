do $$
begin
  assert exists (select from pg_constraint where conname = 'never_oversold'), 'stock cannot be oversold';
  assert not has_table_privilege('xihuo_app', 'ordering.order_line', 'UPDATE'), 'what was agreed is never edited';
end $$;
