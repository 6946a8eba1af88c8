do $$
begin
  assert (select count(*) from pg_trigger
           where tgname in ('results_new', 'results_changed')
             and tgrelid in ('benefit.obligation'::regclass, 'settlement.payout_item'::regclass, 'registry.household'::regclass)) = 4,
    'what households earn and are paid marks their month';
  assert exists (select from pg_constraint where conname = 'in_time_is_part_of_paid' and conrelid = 'insight.income_month'::regclass),
    'what is paid in time is paid';
end $$;
