do $$
begin
  assert has_table_privilege('xihuo_app', 'payment.chargeback', 'INSERT')
    and not has_table_privilege('xihuo_app', 'payment.chargeback', 'DELETE'), 'what was taken back stays on record';
end $$;
