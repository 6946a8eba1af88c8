do $$
begin
  assert has_table_privilege('xihuo_app', 'catalogue.favourite', 'DELETE'), 'what is kept can be let go';
  assert not has_table_privilege('xihuo_auditor', 'catalogue.favourite', 'SELECT'), 'nobody audits what somebody likes';
end $$;
