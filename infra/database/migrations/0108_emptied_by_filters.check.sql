do $$
begin
  assert (select count(*) from pg_index where indrelid = 'catalogue.zero_result'::regclass and indisprimary and indnatts = 3) = 1,
    'a question counts once a day for each set of filters';
end $$;
