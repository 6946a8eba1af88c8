do $$ begin
  assert has_table_privilege('xihuo_app', 'admission.exit_step_v', 'select'), 'the steps of exits are read by those who answer them';
end $$;
