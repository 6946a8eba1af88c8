do $$
begin
  assert not has_column_privilege('xihuo_app', 'ordering.line_hold', 'held_fen', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'ordering.line_hold', 'DELETE'), 'what was held is never edited';
  assert exists (select from pg_constraint where conname = 'never_more_than_held'), 'a hold gives no more than it holds';
  assert exists (select from pg_constraint where conname = 'once_a_run'), 'a line is settled once a run';
end $$;
