do $$ begin
  assert has_table_privilege('xihuo_app', 'identity.grant_holder_v', 'SELECT'), 'a history of a role finds whose it is';
  assert not has_table_privilege('xihuo_app', 'identity.grant_holder_v', 'UPDATE'), 'and changes nothing of it';
  assert position('consumer' in pg_get_viewdef('identity.grant_holder_v'::regclass)) > 0, 'who buys is looked up by nobody';
end $$;
