do $$
begin
  assert catalogue.settle_search_terms() >= 0, 'both indexes are settled';
  assert not has_function_privilege('public', 'catalogue.settle_search_terms()', 'EXECUTE'), 'only the application tidies the index';
end $$;
