do $$
begin
  assert exists (select from pg_constraint where conname = 'paid_to_one'), 'a payment is to a household or to a collective';
  assert not has_column_privilege('xihuo_app', 'benefit.outside_payment', 'collective_id', 'UPDATE')
     and not has_column_privilege('xihuo_app', 'benefit.outside_payment', 'household_id', 'UPDATE'), 'whom it was paid to stays said';
end $$;
