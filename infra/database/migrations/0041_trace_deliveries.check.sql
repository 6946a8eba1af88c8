do $$
begin
  assert not has_column_privilege('xihuo_app', 'trace.delivery', 'grams', 'UPDATE'), 'a weight is never written over';
  assert not has_table_privilege('xihuo_app', 'trace.delivery', 'DELETE'), 'a delivery is never erased';
  assert not has_table_privilege('xihuo_auditor', 'trace.delivery_code', 'SELECT'), 'codes are nobody''s business';
end $$;
