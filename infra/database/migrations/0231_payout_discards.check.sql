do $$
begin
  assert exists (select from pg_constraint where conname = 'taken_back_by_two' and conrelid = 'settlement.payout_batch'::regclass),
    'nobody takes back alone what was set aside';
end $$;
