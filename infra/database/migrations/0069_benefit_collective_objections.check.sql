do $$
begin
  assert exists (select from pg_constraint where conname = 'objected_by_one'), 'an objection is a household''s or a collective''s';
  assert not has_column_privilege('xihuo_app', 'benefit.contest', 'collective_id', 'UPDATE')
     and not has_column_privilege('xihuo_app', 'benefit.contest', 'household_id', 'UPDATE'), 'who objected stays said';
end $$;
