do $$
begin
  assert (select count(*) = 3 from pg_constraint where conrelid = 'ordering.bank_transfer'::regclass
             and conname in ('confirmed_by_two', 'matched_to_somebody', 'ended_once')), 'nobody confirms what they wrote down themselves';
  assert exists (select from pg_constraint where conname = 'four_eyes' and conrelid = 'ordering.transfer_return'::regclass),
    'nobody alone sends money back';
  assert has_table_privilege('xihuo_app', 'ordering.transfer_return', 'INSERT')
    and not has_table_privilege('xihuo_app', 'ordering.transfer_return', 'DELETE'), 'what was sent back stays on record';
end $$;
