do $$
begin
  assert has_table_privilege('xihuo_app', 'ordering.line_outcome_v', 'select')
    and has_table_privilege('xihuo_app', 'ordering.promotion_name_v', 'select'), 'results are read from what became of lines';
  assert exists (select from pg_indexes where indexname = 'line_discount_promotion'), 'what a discount cost is found by the discount';
end $$;
