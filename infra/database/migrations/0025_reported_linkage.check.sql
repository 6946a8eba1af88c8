do $$
begin
  assert not has_table_privilege('xihuo_app', 'admission.reported_linkage', 'DELETE'), 'what bound stays on the record';
end $$;
