do $$ begin
  assert 2 = (select count(*) from pg_index
               where indexrelid in ('insight.sales_county_day_pkey'::regclass, 'insight.sales_county_month_pkey'::regclass)
                 and indisprimary and indnkeyatts = 5 and indnatts = 13), 'a county is read from its index';
  assert not exists (select day from insight.sales_day except select day from insight.sales_stale), 'every day of before is counted by county';
end $$;
