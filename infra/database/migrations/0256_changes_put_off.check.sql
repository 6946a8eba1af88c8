do $$
begin
  assert has_column_privilege('xihuo_app', 'catalogue.search_stale', 'retry_at', 'UPDATE'), 'a change can be put off';
end $$;
