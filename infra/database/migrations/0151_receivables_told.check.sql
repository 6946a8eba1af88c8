do $$
begin
  assert has_table_privilege('xihuo_app', 'ordering.receivable_told', 'insert'), 'what was told is written down';
  assert not has_table_privilege('xihuo_app', 'ordering.receivable_told', 'update'), 'and never written over';
end $$;
