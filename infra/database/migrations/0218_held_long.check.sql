do $$
begin
  assert exists (select from pg_indexes where schemaname = 'ordering' and indexname = 'supplier_order_held'),
    'what is held is found without reading all that was ever sold';
end $$;
