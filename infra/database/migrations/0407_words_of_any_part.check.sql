do $$ begin
  assert exists (select from pg_trigger where tgname = 'sought_said' and tgrelid = 'ordering.supplier_order'::regclass),
    'what another version of the program writes is found too';
  assert has_column_privilege('xihuo_app', 'ordering.supplier_order', 'sought', 'UPDATE'), 'and the house may say so';
  assert not exists (select from ordering.supplier_order where sought = ''), 'no part is without words';
end $$;
