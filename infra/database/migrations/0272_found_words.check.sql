do $$
begin
  assert (select relpersistence = 'u' from pg_class where oid = 'catalogue.found_word'::regclass), 'no search waits for the disk';
  assert has_table_privilege('xihuo_app', 'catalogue.found_word', 'insert, update, delete'), 'searches are counted and forgotten';
  assert not has_table_privilege('xihuo_auditor', 'catalogue.found_word', 'insert'), 'auditors only read';
end $$;
