do $$
begin
  assert not has_table_privilege('xihuo_auditor', 'platform.rate_window', 'SELECT'), 'nobody reads who was slowed down';
end $$;
