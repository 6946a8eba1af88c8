do $$
begin
  assert not has_table_privilege('xihuo_app', 'ordering.recall_telling', 'DELETE'), 'that people were told is not forgotten';
end $$;
