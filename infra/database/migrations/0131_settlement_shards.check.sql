do $$
begin
  assert not has_column_privilege('xihuo_app', 'settlement.shard', 'run_id', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'settlement.shard_supplier', 'supplier_id', 'UPDATE'), 'a supplier stays in its run';
  assert exists (select from pg_constraint where conname = 'once_a_period'), 'a supplier has one statement a period';
end $$;
