do $$
begin
  assert not has_column_privilege('xihuo_app', 'settlement.subsidy', 'amount_fen', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'settlement.subsidy', 'DELETE'), 'what a funder owes is never edited';
  assert exists (select from pg_constraint where conname = 'never_more_than_owed'), 'a funder never pays more than it owes';
  assert exists (select from pg_class where relname = 'supplier_order_unsettled'), 'what is due is found by an index';
end $$;
