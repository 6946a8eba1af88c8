do $$
begin
  assert has_table_privilege('xihuo_app', 'insight.income_open', 'DELETE'), 'what is open is counted anew by the application';
  assert not exists (select household_id, month from insight.income_month except select household_id, month from insight.income_stale),
    'every month of before is counted once more';
end $$;
