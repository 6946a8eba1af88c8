do $$
begin
  assert (select count(*) from pg_trigger where tgname in ('results_new', 'results_changed')) >= 12, 'what results are counted from marks its day';
  assert exists (select from pg_constraint where conname = 'never_more_back_than_sold' and conrelid = 'insight.sales_day'::regclass),
    'nothing goes back that was not sold';
  assert has_table_privilege('xihuo_app', 'insight.sales_day', 'DELETE'), 'a day is counted anew by the application';
end $$;
