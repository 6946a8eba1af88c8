do $$
begin
  assert (select count(*) = count(distinct id) from catalogue.indication), 'every indication has a number of its own';
  assert pg_get_viewdef('catalogue.gi_right_v'::regclass) like '%indication_in_force_v%', 'a mark is shown while its registration stands';
  assert has_table_privilege('xihuo_app', 'catalogue.indication', 'update'), 'operators put entries right';
end $$;
