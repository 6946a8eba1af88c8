do $$
begin
  assert not has_column_privilege('xihuo_app', 'trace.recall', 'reason', 'UPDATE'), 'the reason of a recall stays as it was given';
  assert not has_table_privilege('xihuo_app', 'trace.recall_lot', 'UPDATE, DELETE'), 'a recalled lot stays on the list';
end $$;
