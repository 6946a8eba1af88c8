do $$
begin
  assert has_table_privilege('xihuo_app', 'registry.waiting_v', 'SELECT') and not has_table_privilege('xihuo_app', 'registry.waiting_v', 'INSERT'),
    'what waits is read, never written';
  assert (select bool_and(what = 'calendar' and due_at is not null) from registry.waiting_v) is not false,
    'a year that is not known waits from the day it begins';
end $$;
