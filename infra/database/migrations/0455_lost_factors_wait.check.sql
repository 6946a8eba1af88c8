do $$ begin
  assert pg_get_viewdef('identity.waiting_v'::regclass) like '%7 days%', 'what has lapsed waits for nobody';
  assert pg_get_viewdef('identity.waiting_v'::regclass) like '%second_factor_at%', 'nor what was shown since';
end $$;
