do $$ begin
  assert has_table_privilege('xihuo_app', 'registry.proposal_waiting_v', 'SELECT'), 'what is proposed is counted';
  assert has_table_privilege('xihuo_app', 'identity.waiting_v', 'SELECT'), 'and what is to end';
  assert has_table_privilege('xihuo_app', 'admission.to_verify_v', 'SELECT'), 'and what was put right';
end $$;
