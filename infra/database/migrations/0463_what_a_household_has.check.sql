do $$ begin
  assert (select count(*) = 6 from information_schema.views where table_name = 'house_thing_v'), 'every context says what of its things lie nowhere';
  assert has_table_privilege('xihuo_app', 'registry.house_thing_v', 'SELECT')
    and not has_table_privilege('xihuo_app', 'registry.house_thing_v', 'INSERT'), 'a note asks whether its thing is there, and nothing else';
end $$;
