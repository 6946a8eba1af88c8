do $$
begin
  assert exists (select from pg_constraint where conname = 'agreement_overlap' and contype = 'x'), 'no day is bound twice';
  assert not has_table_privilege('xihuo_app', 'benefit.coverage', 'DELETE'), 'what was bought under which agreement stays on the record';
  assert not has_table_privilege('xihuo_app', 'benefit.paper', 'UPDATE, DELETE'), 'what was handed in stays handed in';
  assert not has_table_privilege('xihuo_auditor', 'benefit.signing_code', 'SELECT'), 'codes are nobody''s business';
end $$;
