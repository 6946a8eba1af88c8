do $$ begin
  assert exists (select from pg_index where indexrelid = 'insight.sold_line_pkey'::regclass and indnkeyatts = 3 and indnatts = 8),
    'lines are found in the index of their days alone';
  assert not exists (select day from insight.sales_day except select day from insight.sales_stale), 'every day of before is found by its lines';
end $$;
