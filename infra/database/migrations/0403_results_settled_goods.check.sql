do $$ begin
  assert 2 = (select count(*) from pg_index
               where indexrelid in ('insight.sales_day_pkey'::regclass, 'insight.sales_month_pkey'::regclass)
                 and indisprimary and indnkeyatts = 5 and indnatts = 13), 'figures are read from the index of their days';
  assert not exists (select day from insight.sales_day except select day from insight.sales_stale), 'every day is counted anew';
end $$;
