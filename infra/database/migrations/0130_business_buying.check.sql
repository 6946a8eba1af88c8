do $$
begin
  assert exists (select from pg_constraint where conname = 'only_organisations_buy_on_terms'), 'a person pays before goods leave';
  assert exists (select from information_schema.columns where table_schema = 'ordering' and table_name = 'order_line_v'
                    and column_name = 'organisation_id'), 'whoever reads lines can tell retail from business';
  assert not has_column_privilege('xihuo_app', 'ordering.purchase_order', 'terms', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'ordering.purchase_order', 'amount_fen', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'ordering.purchase_line', 'unit_price_fen', 'UPDATE'), 'terms and prices are frozen';
  assert not has_column_privilege('xihuo_app', 'ordering.receivable', 'amount_fen', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'ordering.credit_note', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'ordering.receivable_payment', 'UPDATE'), 'what was owed is settled, never edited';
end $$;
