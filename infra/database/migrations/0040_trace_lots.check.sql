do $$
begin
  assert (select pg_get_constraintdef(oid) from pg_constraint where conname = 'mass_balance') like '%processed_grams%lost_grams%',
    'all that leaves a lot is balanced';
  assert not has_table_privilege('xihuo_app', 'trace.processing_input', 'UPDATE, DELETE'), 'what was processed stays on the record';
  assert not has_column_privilege('xihuo_app', 'trace.lot_certificate', 'covers_grams', 'UPDATE'), 'a certificate covers what it covered';
end $$;
