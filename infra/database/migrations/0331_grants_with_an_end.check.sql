do $$
begin
  assert exists (select from pg_constraint where conrelid = 'identity.role_grant'::regclass and conname = 'deputies_end'),
    'a deputy is one until a day';
  assert pg_get_viewdef('identity.role_grant_v'::regclass) like '%until%', 'what is past its day is no grant to anybody who asks';
end $$;
