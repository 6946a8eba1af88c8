do $$
begin
  assert exists (select from pg_indexes where schemaname = 'settlement' and indexname = 'line_statement'), 'lines of a statement have their order';
  assert not exists (select from pg_indexes where schemaname = 'settlement' and indexname = 'line_run'), 'one index does for both';
end $$;
