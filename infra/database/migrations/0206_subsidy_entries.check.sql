do $$
begin
  assert exists (select from pg_constraint where conname = 'entered_by_two' and conrelid = 'settlement.subsidy_receipt'::regclass),
    'nobody enters alone what a funder paid';
  assert has_table_privilege('xihuo_app', 'settlement.subsidy_entry', 'INSERT')
    and not has_table_privilege('xihuo_app', 'settlement.subsidy_entry', 'UPDATE'), 'what was written down stays as it was';
end $$;
