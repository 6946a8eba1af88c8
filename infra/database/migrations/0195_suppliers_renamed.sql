-- A supplier's name is among what its goods are found by, and what a search box proposes: a new one puts them in doubt as a change of
-- their own does.
create function catalogue.mark_renamed_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct sku.product_id
    from new_rows join old_rows using (id) join catalogue.sku on sku.supplier_id = new_rows.id
   where new_rows.name_zh <> old_rows.name_zh;
  return null;
end $$;
create trigger search_renamed after update on registry.organisation
  referencing old table as old_rows new table as new_rows for each statement execute function catalogue.mark_renamed_stale();
