do $$
begin
  assert not exists (select from registry.policy where key = 'purchase.payFirstDays')
    or exists (select from registry.policy where key = 'purchase.aloneDays'), 'a living house adds up what is ordered alone';
end $$;
