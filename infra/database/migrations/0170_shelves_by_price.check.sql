do $$ begin
  assert exists (select from information_schema.columns
                  where table_schema = 'catalogue' and table_name = 'venue_shelf' and column_name = 'rule_price_to_fen'),
         'a shelf may be filled by price';
end $$;
