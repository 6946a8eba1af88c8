do $$
begin
  assert not has_table_privilege('xihuo_app', 'admission.submission', 'UPDATE'), 'what was handed in stays as it was';
end $$;
