do $$
begin
  assert not has_table_privilege('xihuo_auditor', 'identity.former_phone', 'SELECT'), 'the auditor sees no phones';
  assert has_table_privilege('xihuo_app', 'identity.former_phone', 'INSERT'), 'a phone that is replaced is kept';
  assert not has_table_privilege('xihuo_app', 'identity.former_phone', 'DELETE'), 'and not forgotten by whoever replaced it';
end $$;
