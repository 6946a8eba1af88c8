do $$
begin
  assert not has_table_privilege('xihuo_app', 'admission.standard', 'UPDATE'), 'a published standard is never edited';
end $$;
