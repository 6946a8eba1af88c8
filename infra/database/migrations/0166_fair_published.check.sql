do $$ begin
  assert exists (select from pg_constraint where conname = 'published_has_a_time'), 'a fair that is published says since when';
end $$;
