do $$
begin
  assert not has_table_privilege('xihuo_app', 'admission.supplier_paper', 'UPDATE, DELETE'), 'what was handed in stays handed in';
end $$;
