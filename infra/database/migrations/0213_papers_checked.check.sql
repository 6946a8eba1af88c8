do $$
begin
  assert not has_table_privilege('xihuo_app', 'ordering.papers_check', 'UPDATE, DELETE'), 'what was found missing at the door stays';
end $$;
