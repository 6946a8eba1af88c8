do $$
begin
  assert exists (select from pg_constraint where conname = 'sums_hold'), 'a statement adds up';
end $$;
