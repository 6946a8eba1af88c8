do $$
begin
  assert has_column_privilege('xihuo_app', 'settlement.payout_batch', 'filed_at', 'UPDATE'), 'that a file was had is noted';
  assert not has_column_privilege('xihuo_app', 'settlement.payout_batch', 'rule', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'settlement.payout_item', 'bank_name', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'settlement.payout_item', 'cnaps_code', 'UPDATE'), 'what was approved is not written again';
end $$;
