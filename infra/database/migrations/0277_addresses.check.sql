do $$
begin
  assert not has_table_privilege('xihuo_auditor', 'ordering.address', 'SELECT'), 'nobody audits where somebody lives';
  assert exists (select from pg_indexes where schemaname = 'ordering' and indexname = 'address_default'), 'one default an account';
end $$;
