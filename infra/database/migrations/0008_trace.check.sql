do $$
begin
  assert exists (select from pg_constraint where conname = 'mass_balance'), 'a lot cannot ship more than it received';
  assert not has_table_privilege('xihuo_app', 'trace.movement', 'UPDATE'), 'movements are never edited';
end $$;
