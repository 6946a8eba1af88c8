do $$
begin
  assert (select count(*) >= 5 from pg_inherits where inhparent = 'admission.signal'::regclass), 'months and a default';
  assert not has_table_privilege('xihuo_app', 'admission.watch_round', 'UPDATE'), 'what a round did stays noted';
end $$;
