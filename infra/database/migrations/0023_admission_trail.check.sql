do $$
begin
  assert not has_table_privilege('xihuo_app', 'platform.audit_content', 'UPDATE'), 'a line of the trail is never touched up';
  assert has_table_privilege('xihuo_auditor', 'admission.trail_subject_v', 'SELECT'), 'an auditor sees whose matter a line is';
end $$;
