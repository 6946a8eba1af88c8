do $$
begin
  assert (select count(*) = 3 from platform.switch), 'three things can be paused';
  assert not has_table_privilege('xihuo_app', 'platform.switch', 'insert') and not has_table_privilege('xihuo_app', 'platform.switch', 'delete'),
    'a switch is turned, not taken away';
end $$;
