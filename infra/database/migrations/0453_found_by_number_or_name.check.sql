do $$ begin
  assert has_table_privilege('xihuo_app', 'ordering.numbered_part_v', 'SELECT'), 'an order is found by its number';
  assert has_table_privilege('xihuo_app', 'settlement.statement_v', 'SELECT'), 'a statement by whose it is';
  assert (select count(*) = 2 from pg_indexes where indexname in ('agreement_number', 'household_name')), 'and nothing is scanned';
end $$;
