do $$ begin
  assert has_column_privilege('xihuo_app', 'ordering.supplier_order', 'sought', 'SELECT')
     and has_column_privilege('xihuo_app', 'ordering.supplier_order', 'sought', 'INSERT'),
    'the house keeps the words when something is ordered, and looks for them';
  assert not exists (select from ordering.supplier_order part join ordering.customer_order placed on placed.id = part.order_id
                      where strpos(part.sought, placed.number) = 0), 'orders of before are found by their numbers';
end $$;
