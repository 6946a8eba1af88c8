do $$
begin
  assert (select count(*) from pg_views where viewname = 'waiting_v') = 9, 'goods and dues say as well what waits';
  assert array(select trace.near_end_days(days) from unnest(array[365, 364, 179, 89, 29, 16, 15, 4, 1]) as days)
    = array[45, 30, 20, 10, 5, 5, 3, 1, 1], 'the shorter it keeps, the later it is near its end';
  assert has_table_privilege('xihuo_app', 'trace.waiting_v', 'SELECT') and not has_table_privilege('xihuo_app', 'benefit.waiting_v', 'INSERT'),
    'what waits is read, never written';
end $$;
