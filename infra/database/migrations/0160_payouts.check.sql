do $$
begin
  assert not has_column_privilege('xihuo_app', 'settlement.payout_item', 'amount_fen', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'settlement.payout_item', 'account_id', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'settlement.payout_item', 'DELETE'), 'a line of a payout list is never edited';
  assert exists (select from pg_constraint where conname = 'four_eyes' and conrelid = 'settlement.payout_run'::regclass),
    'nobody approves the list they drew up';
  assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'settlement.payee_account_sealed'::regclass),
    'numbers of accounts are seen for a named purpose only';
  assert not has_table_privilege('xihuo_auditor', 'settlement.payee_account_sealed', 'SELECT'), 'auditors read no numbers';
end $$;
