do $$
begin
  assert has_table_privilege('xihuo_app', 'identity.phone_v', 'SELECT') and not has_table_privilege('xihuo_auditor', 'identity.phone_v', 'SELECT'),
    'phones are compared by the application alone';
  assert not exists (select from registry.policy where key = 'admission.signalRule.selfDealing')
    or exists (select from registry.policy where key = 'admission.signalRule.sharedTracking'), 'a living house looks at shared tracking numbers';
end $$;
