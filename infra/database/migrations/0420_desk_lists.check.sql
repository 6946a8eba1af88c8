do $$
begin
  assert has_table_privilege('xihuo_app', 'identity.desk_list', 'SELECT, INSERT, UPDATE, DELETE'), 'the house keeps them and forgets them';
  assert not has_table_privilege('xihuo_auditor', 'identity.desk_list', 'SELECT'), 'what somebody looks for is nobody else''s';
end $$;
