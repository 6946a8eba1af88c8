do $$
begin
  assert has_table_privilege('xihuo_app', 'benefit.share_back', 'INSERT')
    and not has_table_privilege('xihuo_app', 'benefit.share_back', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'benefit.share_back', 'DELETE'), 'what went back of a share stays so';
  assert not has_column_privilege('xihuo_app', 'settlement.payout_due', 'amount_fen', 'UPDATE'), 'what is due is never edited';
  assert (select count(*) = 2 from pg_constraint
           where conrelid = 'settlement.payout_due'::regclass and conname in ('due_once', 'less_is_due_for_a_reason')),
    'what is due stands once, and less only for a reason';
  assert (select pg_get_constraintdef(oid) like '%rebateBack%' from pg_constraint
           where conrelid = 'settlement.adjustment'::regclass and conname = 'adjustment_kind_check'), 'rebates that go back stand beside their refund';
end $$;
