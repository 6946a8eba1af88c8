-- Sellers stand in an index of the same kind as terms: what was written in a rush waits beside it too, where every list of a
-- supplier's goods reads through it.
create or replace function catalogue.settle_search_terms() returns bigint
language sql security definer set search_path = pg_catalog
as $$
  select pg_catalog.gin_clean_pending_list('catalogue.search_document_terms'::regclass)
       + pg_catalog.gin_clean_pending_list('catalogue.search_document_suppliers'::regclass)
$$;

