do $$ begin
  assert exists (select from pg_constraint where conname = 'about_something' and conrelid = 'platform.notice'::regclass),
    'what a notice is about has a kind and a name';
end $$;
