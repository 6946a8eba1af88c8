do $$
begin
  assert not has_table_privilege('xihuo_app', 'trace.lot_feedback', 'UPDATE, DELETE'), 'what was said of a lot is not written over';
end $$;
