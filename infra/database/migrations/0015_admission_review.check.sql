do $$
begin
  assert not has_table_privilege('xihuo_app', 'admission.recommendation', 'UPDATE'), 'what was signed is signed';
  assert not has_table_privilege('xihuo_app', 'admission.credit_snapshot', 'UPDATE'), 'a snapshot is never touched up';
  assert not has_column_privilege('xihuo_auditor', 'admission.objection', 'contact_sealed', 'SELECT'),
    'who objects is not for everybody who audits';
end $$;
