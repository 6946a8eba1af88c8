do $$
begin
  assert has_table_privilege('xihuo_app', 'admission.spot_check_plan_v', 'SELECT')
    and has_table_privilege('xihuo_app', 'benefit.pool_v', 'SELECT')
    and has_table_privilege('xihuo_app', 'benefit.distribution_v', 'SELECT')
    and has_table_privilege('xihuo_app', 'ordering.invoice_request_v', 'SELECT'), 'a history asks whose its thing is';
end $$;
