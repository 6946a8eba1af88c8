do $$
begin
  assert (select count(*) = 2 from pg_index where indexrelid in (
    'identity.role_grant_of_role'::regclass, 'identity.role_grant_of_person'::regclass) and indisvalid),
    'a grant is found without reading those of all buyers';
end $$;
