do $$
begin
  assert (select count(*) = 3 from pg_constraint
           where conrelid = 'settlement.adjustment'::regclass
             and conname in ('adjustment_kind_check', 'late_refunds_are_of_a_line', 'write_offs_are_of_no_line')),
    'a write-off is of no line and takes nothing from the supplier';
  assert has_table_privilege('xihuo_app', 'admission.exit_step_v', 'SELECT')
    and has_table_privilege('xihuo_auditor', 'admission.exit_step_v', 'SELECT'), 'whoever asked for the steps of an exit still may';
end $$;
