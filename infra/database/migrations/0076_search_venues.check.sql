do $$
begin
  assert exists (select from pg_indexes where schemaname = 'catalogue' and indexname = 'search_document_suppliers'),
    'the goods of one supplier are found by an index';
end $$;
