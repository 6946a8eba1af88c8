do $$
begin
  assert not has_table_privilege('xihuo_app', 'identity.consent', 'UPDATE') and not has_table_privilege('xihuo_app', 'identity.consent', 'DELETE'),
    'a consent is a line that stays';
  assert has_table_privilege('xihuo_app', 'identity.consent_v', 'SELECT'), 'what stands now is asked by whoever acts on it';
end $$;
