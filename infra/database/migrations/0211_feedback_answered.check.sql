do $$
begin
  assert not has_table_privilege('xihuo_app', 'trace.lot_feedback_answer', 'UPDATE, DELETE'), 'an answer is given once';
  assert not has_table_privilege('xihuo_app', 'trace.lot_feedback_dismissal', 'UPDATE, DELETE'), 'why a complaint does not count stays';
end $$;
