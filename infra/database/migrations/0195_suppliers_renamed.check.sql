do $$
begin
  assert exists (select from pg_trigger where tgname = 'search_renamed' and tgrelid = 'registry.organisation'::regclass),
    'the index follows a new name of a supplier';
end $$;
