do $$
begin
  assert exists (select from pg_constraint where conname = 'never_more_back_than_taken'), 'no more goes back than was taken at a price';
end $$;
