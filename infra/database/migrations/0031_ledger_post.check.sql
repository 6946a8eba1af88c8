do $$
begin
  assert not (has_table_privilege('xihuo_app', 'ledger.transfer', 'INSERT')
    or has_table_privilege('xihuo_app', 'ledger.transfer', 'UPDATE')
    or has_table_privilege('xihuo_app', 'ledger.transfer', 'DELETE')
    or has_table_privilege('xihuo_app', 'ledger.transfer', 'TRUNCATE')
    or has_table_privilege('xihuo_app', 'ledger.balance', 'UPDATE')), 'the application cannot write the ledger but by post()';
  assert has_function_privilege('xihuo_app',
    'ledger.post(uuid[],uuid[],uuid[],bigint[],text[],uuid[],text[],uuid[],date[],text[],uuid[],text[],date[])', 'EXECUTE'),
    'post() is open to it';
  assert not has_function_privilege('xihuo_app', 'ledger.overdrawing(ledger.transfer_input[])', 'EXECUTE'), 'its parts are not';
end $$;
