do $$ begin
  assert has_column_privilege('xihuo_app', 'ordering.supplier_order', 'ship_within_hours', 'SELECT, INSERT'),
    'the house keeps the hours when something is ordered, and reads them';
  assert has_column_privilege('xihuo_auditor', 'ordering.supplier_order', 'ship_within_hours', 'SELECT'), 'so does who audits';
  assert exists (select from information_schema.columns
                  where table_schema = 'ordering' and table_name = 'supplier_order_v' and column_name = 'ship_within_hours'),
    'it is read where parts of orders are';
end $$;
