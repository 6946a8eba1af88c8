do $$ begin
  assert 2 = (select count(*) from pg_index
               where indexrelid in ('insight.sales_day_pkey'::regclass, 'insight.sales_month_pkey'::regclass)
                 and indisprimary and indnkeyatts = 5 and indnatts = 12), 'figures are read from the index of their days';
end $$;
