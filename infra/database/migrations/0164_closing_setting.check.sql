do $$ begin
  assert not exists (select from registry.policy where key = 'settlement.period')
    or exists (select from registry.policy where key = 'ledger.openDifferenceMostFen'), 'a living house can close its books';
end $$;
