do $$
begin
  assert has_table_privilege('xihuo_app', 'identity.role_held_v', 'SELECT'), 'the history names those who have left';
  assert not has_table_privilege('xihuo_app', 'identity.role_held_v', 'UPDATE'), 'and changes nothing of them';
end $$;
