do $$
begin
  assert exists (select from pg_indexes where indexname = 'sku_article' and indexdef like 'CREATE UNIQUE%'),
    'no two packs of a supplier carry one article number';
  assert exists (select from information_schema.columns
                  where table_schema = 'catalogue' and table_name = 'offer_v' and column_name = 'article_number'),
    'buyers find an offer by its article number';
end $$;
