do $$
begin
  assert not has_table_privilege('xihuo_app', 'ordering.late_refund', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'ordering.late_refund', 'DELETE'), 'what went back is never edited';
  assert exists (select from pg_constraint where conname = 'late_refunds_are_of_a_line'), 'a late refund names its line';
end $$;
