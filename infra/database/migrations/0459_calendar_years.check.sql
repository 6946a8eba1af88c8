do $$
begin
  assert has_table_privilege('xihuo_app', 'registry.calendar_exception', 'delete'), 'what a notice no longer says is the weekly rule''s again';
  assert not exists (select from registry.calendar_exception where year is null), 'each day belongs to a notice';
end $$;
