do $$
begin
  assert has_column_privilege('xihuo_app', 'settlement.subsidy', 'withdrawn_fen', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'settlement.subsidy_back', 'UPDATE'), 'what was given back stays so';
  assert (select count(*) = 3 from pg_constraint
           where conrelid = 'settlement.adjustment'::regclass
             and conname in ('adjustment_kind_check', 'late_refunds_are_of_a_line', 'write_offs_are_of_no_line')),
    'what a funder gets back is of a line and takes from the supplier';
end $$;
