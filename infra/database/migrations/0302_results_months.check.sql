do $$
begin
  assert not exists (
    select from (select sum(sales_fen) as fen from insight.sales_day) days, (select sum(sales_fen) as fen from insight.sales_month) months
     where days.fen is distinct from months.fen), 'months are their days';
  assert has_table_privilege('xihuo_app', 'insight.sales_month', 'DELETE'), 'a month is added up anew by the application';
end $$;
