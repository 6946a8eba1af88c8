do $$
begin
  assert not exists (select from information_schema.columns
                      where table_schema = 'catalogue' and table_name in ('product', 'product_v') and column_name = 'search_text'),
    'products carry no text to search by';
end $$;
