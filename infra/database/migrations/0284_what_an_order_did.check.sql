do $$
begin
  assert has_table_privilege('xihuo_app', 'settlement.adjustment_v', 'SELECT')
    and not has_table_privilege('xihuo_app', 'settlement.adjustment_v', 'INSERT'), 'adjustments are read by their view';
end $$;
