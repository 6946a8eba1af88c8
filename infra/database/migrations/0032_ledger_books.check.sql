do $$
begin
  assert not exists (select from ledger.trial_balance('2100-01-01') having sum(debits_fen) <> sum(credits_fen)), 'the books are even';
  assert not (has_table_privilege('xihuo_app', 'ledger.checkpoint', 'INSERT')
    or has_table_privilege('xihuo_app', 'ledger.closed_period', 'INSERT')
    or has_table_privilege('xihuo_app', 'ledger.period_balance', 'INSERT')), 'closings and checkpoints come by their functions alone';
end $$;
