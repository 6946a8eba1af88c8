do $$
begin
  assert not has_table_privilege('xihuo_app', 'dispute.message', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'dispute.message', 'DELETE'), 'what was said stays said';
  assert not has_table_privilege('xihuo_app', 'dispute.award', 'UPDATE'), 'an award is given once';
  assert has_table_privilege('xihuo_auditor', 'dispute.dispute_case', 'SELECT'), 'auditors read cases';
end $$;
