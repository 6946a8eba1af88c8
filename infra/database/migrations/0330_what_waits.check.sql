do $$
begin
  assert (select count(*) from pg_views where viewname = 'waiting_v') = 7, 'every context that people work in says what waits';
  assert has_table_privilege('xihuo_app', 'admission.waiting_v', 'SELECT') and not has_table_privilege('xihuo_app', 'admission.waiting_v', 'INSERT'),
    'what waits is read, never written';
end $$;
