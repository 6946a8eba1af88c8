-- The search finds goods by the seller's own number and by GTIN: a pack that gets another number is looked through again.
create or replace function catalogue.mark_changed_skus_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct new_rows.product_id from new_rows join old_rows using (id)
   where (new_rows.price_fen, new_rows.supplier_id, new_rows.opened, new_rows.article_number, new_rows.gtin)
         is distinct from (old_rows.price_fen, old_rows.supplier_id, old_rows.opened, old_rows.article_number, old_rows.gtin);
  return null;
end $$;

-- Those that have one already, behind whatever else waits.
insert into catalogue.search_stale (product_id, anew)
select distinct product_id, true from catalogue.sku where article_number is not null or gtin is not null;
