-- Businesses choose by the least they must order and by how soon it is sent: both stand on the cards of lists, which can be read in
-- their order.

-- How soon a supplier sends, as its application says it. Read for every card of a list, so not taken out of the form each time.
alter table admission.application add column ship_within_hours integer
  generated always as ((form #>> '{capacity,shipWithinHours}')::integer) stored;

-- What the certified application promises; suppliers that said nothing are not in it, and are bound by the rule alone.
create view admission.sending_promise_v as
  select certification.supplier_id, application.ship_within_hours
    from admission.certification
    join admission.application application on application.id = certification.application_id
   where application.ship_within_hours is not null;
grant select on admission.sending_promise_v to xihuo_app, xihuo_auditor;

alter table catalogue.search_document
  -- Of the pack whose price is the lowest, as its card shows it.
  add column minimum_packs bigint not null default 1,
  -- Of its seller; above all hours there are where nothing was promised.
  add column sending_hours bigint not null default 9999;
create index search_document_minimum on catalogue.search_document (minimum_packs, product_id);
create index search_document_sending on catalogue.search_document (sending_hours, product_id);

create or replace function catalogue.mark_changed_skus_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct new_rows.product_id from new_rows join old_rows using (id)
   where (new_rows.price_fen, new_rows.supplier_id, new_rows.opened, new_rows.article_number, new_rows.gtin, new_rows.minimum_order_packs)
         is distinct from (old_rows.price_fen, old_rows.supplier_id, old_rows.opened, old_rows.article_number, old_rows.gtin,
         old_rows.minimum_order_packs);
  return null;
end $$;

-- Who is certified again promises by another application.
create function catalogue.mark_recertified_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct listing.product_id
    from new_rows
    join old_rows using (supplier_id)
    join admission.listing_approval listing using (supplier_id)
   where new_rows.application_id <> old_rows.application_id;
  return null;
end $$;
create trigger search_changed after update on admission.certification
  referencing old table as old_rows new table as new_rows
  for each statement execute function catalogue.mark_recertified_stale();

insert into catalogue.search_stale (product_id, anew) select id, true from catalogue.product;
