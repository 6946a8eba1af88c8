do $$
begin
  assert not has_column_privilege('xihuo_app', 'settlement.payout_batch', 'list_hash', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'settlement.payout_batch', 'amount_fen', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'settlement.payout_run', 'list_hash', 'UPDATE'), 'what was approved is not written again';
end $$;
