do $$
begin
  assert not has_table_privilege('xihuo_auditor', 'platform.import_row', 'SELECT'), 'what people hand in is no part of the record';
end $$;
