do $$
begin
  assert (select not attnotnull from pg_attribute where attrelid = 'platform.notice'::regclass and attname = 'about'),
    'a notice may lead on, and need not';
end $$;
