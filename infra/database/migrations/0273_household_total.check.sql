do $$
begin
  assert has_table_privilege('xihuo_app', 'insight.household_total', 'insert, update'), 'the total is counted anew';
  assert not has_table_privilege('xihuo_app', 'insight.household_total', 'delete'), 'it is never taken away';
  assert not has_table_privilege('xihuo_auditor', 'insight.household_total', 'update'), 'auditors only read';
end $$;
