do $$
begin
  assert pg_get_viewdef('ordering.waiting_v'::regclass) like '%declined%', 'what was issued waits though nothing of it is bought any more';
end $$;
