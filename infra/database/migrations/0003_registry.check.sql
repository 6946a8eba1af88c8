do $$
begin
  assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'registry.household_sealed'::regclass),
    'sealed household data stands behind row-level security, for its owner too';
  assert not has_table_privilege('xihuo_app', 'registry.household', 'DELETE'), 'the application deletes no household';
  assert not has_table_privilege('xihuo_auditor', 'registry.household_sealed', 'SELECT'), 'auditors read no sealed data';
end $$;
