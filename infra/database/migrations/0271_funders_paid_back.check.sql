do $$
begin
  assert exists (select from pg_constraint where conname = 'paid_back_by_two' and conrelid = 'settlement.subsidy_return'::regclass),
    'nobody pays a funder back alone';
  assert has_table_privilege('xihuo_app', 'settlement.subsidy_return', 'INSERT')
    and not has_table_privilege('xihuo_app', 'settlement.subsidy_return', 'UPDATE'), 'what was paid back stays as it was';
end $$;
