do $$
begin
  assert exists (select from pg_constraint where conname = 'never_overfunded'), 'a debt is never paid twice';
  assert exists (select from pg_constraint where conname = 'owed_once'), 'a record is owed once';
  assert exists (select from pg_constraint where conname = 'work_overlap' and contype = 'x'), 'a day is worked once';
  assert not has_table_privilege('xihuo_app', 'benefit.outside_part', 'UPDATE, DELETE'), 'what was said to be paid stays said';
  assert not has_table_privilege('xihuo_app', 'benefit.work_record', 'DELETE'), 'no record of work is erased';
end $$;
