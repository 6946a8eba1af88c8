do $$ begin
  assert has_table_privilege('xihuo_app', 'insight.note', 'INSERT')
    and not has_table_privilege('xihuo_app', 'insight.note', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'insight.note', 'DELETE'), 'a note stays as it was written';
  assert not has_table_privilege('xihuo_auditor', 'insight.note', 'SELECT'), 'and is for those of its own side';
end $$;
