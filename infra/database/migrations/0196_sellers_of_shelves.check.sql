do $$
begin
  assert (select count(*) from information_schema.columns
           where table_schema = 'catalogue' and table_name = 'venue_seller_v'
             and column_name in ('venue_id', 'product_id', 'supplier_id')) = 3, 'a shelf says whose offers stand on it';
  assert catalogue.asks_of_sellers(gen_random_uuid()) is false, 'a venue without shelves asks nothing of sellers';
end $$;
