do $$
begin
  assert not has_table_privilege('xihuo_app', 'admission.case_part', 'UPDATE'), 'who had a hand in a case stays so';
  assert not has_table_privilege('xihuo_app', 'admission.case_statement', 'UPDATE'), 'a statement stays as it was made';
  assert not has_table_privilege('xihuo_app', 'admission.measure', 'DELETE'), 'measures are ended, never deleted';
end $$;
