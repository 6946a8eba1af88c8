do $$
begin
  assert (select pg_get_constraintdef(oid) like '%worker%' from pg_constraint where conname = 'work_overlap'),
    'a day is worked once by each person';
end $$;
