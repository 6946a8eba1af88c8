do $$ begin
  assert has_table_privilege('xihuo_app', 'trace.delivery_owner_v', 'SELECT')
    and has_table_privilege('xihuo_app', 'benefit.work_owner_v', 'SELECT')
    and has_table_privilege('xihuo_app', 'settlement.payee_account_v', 'SELECT'), 'a history asks whose its thing is';
  assert (select count(*) = 3 from information_schema.columns
           where table_schema = 'settlement' and table_name = 'payee_account_v'), 'and nothing of where it is paid';
end $$;
