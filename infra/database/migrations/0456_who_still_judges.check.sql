do $$ begin
  assert has_table_privilege('xihuo_app', 'admission.judging_v', 'SELECT'), 'a history asks who has still to judge';
  assert not has_table_privilege('xihuo_app', 'admission.judging_v', 'INSERT'), 'and nothing else';
end $$;
