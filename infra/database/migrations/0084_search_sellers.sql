-- Lists, counts and suggestions ask of thousands of products at once who may sell them. Asked offer by offer that was nine tenths of
-- their time, so it is asked once for all of them: the few suppliers that are barred are read, and what a document says of its
-- sellers holds unless the product stands among those in doubt, which are asked offer by offer as before. Nothing of it is older
-- than the statement that reads it.

-- Suppliers of whom nothing is for sale at this instant; `listing_right_v` says the same of each listing.
create view admission.barred_supplier_v as
  select supplier_id from admission.certification
   where valid_until < (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
  union all
  select supplier_id from admission.measure where ended_at is null and kind in ('exit', 'suspension')
  union all
  select certification.supplier_id
    from admission.mandate
    join admission.certification on certification.application_id = mandate.application_id
    left join admission.certification producer on producer.supplier_id = mandate.producer_id
   where mandate.state = 'confirmed'
     and (producer.supplier_id is null
          or producer.valid_until < (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
          or exists (select from admission.measure
                      where measure.supplier_id = mandate.producer_id and measure.ended_at is null
                        and measure.kind in ('exit', 'suspension')));
create index certification_valid on admission.certification (valid_until);
create index certification_application on admission.certification (application_id);

-- Products of which some listing is closed by a measure.
create view admission.delisted_product_v as
  select product_id from admission.measure
   where ended_at is null and kind = 'productDelisting' and product_id is not null;
create index measure_delisting on admission.measure (product_id) where ended_at is null and kind = 'productDelisting';

-- Listings that were approved and not ended, of suppliers that were admitted, whatever their standing is now.
create view admission.open_listing_v as
  select approval.supplier_id, approval.product_id
    from admission.listing_approval approval
   where approval.ended_at is null
     and exists (select from admission.certification where certification.supplier_id = approval.supplier_id);

grant select on admission.barred_supplier_v, admission.delisted_product_v, admission.open_listing_v to xihuo_app, xihuo_auditor;

-- What changes the sellers of a document puts the product in doubt in the same transaction.
create or replace function catalogue.mark_changed_skus_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct new_rows.product_id from new_rows join old_rows using (id)
   where (new_rows.price_fen, new_rows.supplier_id, new_rows.opened)
         is distinct from (old_rows.price_fen, old_rows.supplier_id, old_rows.opened);
  return null;
end $$;

create function catalogue.mark_changed_listings_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct product_id from new_rows join old_rows using (supplier_id, product_id)
   where (new_rows.ended_at is null) <> (old_rows.ended_at is null);
  return null;
end $$;

create function catalogue.mark_admitted_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct listing.product_id from admission.listing_approval listing join changed_rows using (supplier_id);
  return null;
end $$;

create trigger search_new after insert on admission.listing_approval
  referencing new table as new_rows for each statement execute function catalogue.mark_new_stale();
create trigger search_changed after update on admission.listing_approval
  referencing old table as old_rows new table as new_rows
  for each statement execute function catalogue.mark_changed_listings_stale();
create trigger search_new after insert on admission.certification
  referencing new table as changed_rows for each statement execute function catalogue.mark_admitted_stale();
create trigger search_gone after delete on admission.certification
  referencing old table as changed_rows for each statement execute function catalogue.mark_admitted_stale();

-- Read by every search, nearly always empty.
create index search_stale_changed on catalogue.search_stale (product_id) where not anew;

update catalogue.search_document doc
   set supplier_ids = coalesce((select array_agg(distinct sku.supplier_id)
                                  from catalogue.sku
                                  join admission.open_listing_v listing using (supplier_id, product_id)
                                 where sku.product_id = doc.product_id and sku.opened), '{}');
insert into catalogue.search_stale (product_id, anew) select id, true from catalogue.product;

-- The few places that every page of filters names.
create index region_province on registry.region (code) where level = 'province';
