-- Marks, seasons and shelves go by whoever sells: what one supplier has a paper for, another of the same goods does not show.

-- Geographical indications that a published register proves; a certificate to use one names it.
create table catalogue.indication (
  name_zh text primary key,
  name_en text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  source text not null check (source <> '')
);
create function catalogue.keep_indications() returns trigger language plpgsql as $$
begin
  insert into catalogue.indication (name_zh, name_en, kinds, source)
  select name_zh, name_en, gi_kinds, gi_source from new_rows where gi_kinds is not null and gi_source is not null
  on conflict (name_zh) do nothing;
  return null;
end $$;
-- A product of a register is its own entry in it.
create trigger indication_new after insert on catalogue.product
  referencing new table as new_rows for each statement execute function catalogue.keep_indications();
create trigger indication_changed after update on catalogue.product
  referencing new table as new_rows for each statement execute function catalogue.keep_indications();
insert into catalogue.indication (name_zh, name_en, kinds, source)
  select name_zh, name_en, gi_kinds, gi_source from catalogue.product where gi_kinds is not null and gi_source is not null
  on conflict do nothing;

-- Certificates that were verified for a registered product were looked at beside its name.
update admission.certificate set scope = product.name_zh
  from catalogue.product
 where product.id = certificate.product_id and product.gi_kinds is not null
   and certificate.kind = 'geographicalIndication' and certificate.scope = '';

create or replace view admission.certificate_v as
  select id, supplier_id, product_id, kind, number, valid_until, verified_at, scope
    from admission.certificate where state = 'valid';

-- Whose offer of a product may carry the name and mark of a geographical indication at this moment: the certificate names the
-- indication, a register knows it, and the product is called by it.
create or replace view catalogue.gi_right_v as
  select certificate.product_id, certificate.supplier_id, indication.kinds, indication.source
    from admission.certificate_v certificate
    join catalogue.indication on indication.name_zh = certificate.scope
    join catalogue.product on product.id = certificate.product_id
   where certificate.kind = 'geographicalIndication'
     and certificate.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
     and strpos(catalogue.plain_words(product.name_zh), catalogue.plain_words(indication.name_zh)) > 0;

-- What a supplier has shown of a product today, by the names of the filter.
create view catalogue.seller_right_v as
  select product_id, supplier_id, kind
    from admission.certificate_v
   where product_id is not null and kind in ('greenFood', 'organic')
     and valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
  union all
  select product_id, supplier_id, 'geographicalIndication' from catalogue.gi_right_v
  union all
  select product_id, supplier_id, 'recognised' from admission.recognition_v where in_force;

-- Months of harvest as each listing publishes them; the product's own where its supplier says nothing else.
create function catalogue.months_of(content jsonb, months smallint[]) returns smallint[] language sql immutable parallel safe as $$
  select case when content ? 'harvestMonths'
              then array(select month::smallint from jsonb_array_elements_text(content -> 'harvestMonths') month) else months end
$$;
create function catalogue.mark_seasons_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct new_rows.product_id from new_rows left join old_rows using (supplier_id, product_id)
   where new_rows.content -> 'harvestMonths' is distinct from old_rows.content -> 'harvestMonths';
  return null;
end $$;
create function catalogue.mark_new_seasons_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct product_id from new_rows where content ? 'harvestMonths';
  return null;
end $$;
create trigger season_new after insert on catalogue.listing_content
  referencing new table as new_rows for each statement execute function catalogue.mark_new_seasons_stale();
create trigger season_changed after update on catalogue.listing_content
  referencing old table as old_rows new table as new_rows for each statement execute function catalogue.mark_seasons_stale();
insert into catalogue.search_stale (product_id)
  select distinct product_id from catalogue.listing_content where content ? 'harvestMonths';

-- Whether a supplier's offer of a product is what a shelf's rule asks for, but for category and region.
create function catalogue.fits_shelf(shelf catalogue.venue_shelf, of_product uuid, months smallint[], of_supplier uuid) returns boolean
language sql stable as $$
  select (shelf.rule_supplier_id is null or shelf.rule_supplier_id = of_supplier)
     and (not shelf.rule_recognised or exists (
            select from admission.recognition_v recognition
             where recognition.product_id = of_product and recognition.supplier_id = of_supplier and recognition.in_force))
     and (not shelf.rule_in_season
          or extract(month from platform.business_now() at time zone 'Asia/Shanghai')::smallint = any (catalogue.months_of(
               (select content from catalogue.listing_content where supplier_id = of_supplier and product_id = of_product), months)))
$$;

-- What stands on the shelves, whether or not it may be sold at this moment. Where a rule asks more than a kind of goods of a place,
-- it asks it of some supplier's pack.
create or replace view catalogue.venue_product_v as
  select shelf.venue_id, shelf.id as shelf_id, shelf.position as shelf_position, product.id as product_id,
         product.recommended_rank as place
    from catalogue.venue_shelf shelf
    join catalogue.product on (shelf.rule_category is null or product.category = shelf.rule_category)
     -- Written so that the index of regions serves a shelf that names one.
     and product.region_code between coalesce(shelf.rule_region_from, '000000') and coalesce(shelf.rule_region_to, '999999')
     and (not (shelf.rule_in_season or shelf.rule_recognised or shelf.rule_supplier_id is not null)
          or exists (select from catalogue.sku
                      where sku.product_id = product.id and sku.opened
                        and catalogue.fits_shelf(shelf, product.id, product.harvest_months, sku.supplier_id)))
   where shelf.by_rule
  union all
  select shelf.venue_id, shelf.id, shelf.position, chosen.product_id, chosen.position
    from catalogue.venue_shelf shelf join catalogue.venue_shelf_product chosen on chosen.shelf_id = shelf.id
   where not shelf.by_rule;

alter table catalogue.search_document drop column certificates;

grant select, insert on catalogue.indication to xihuo_app;
grant select on catalogue.seller_right_v to xihuo_app;
grant select on catalogue.indication, catalogue.seller_right_v to xihuo_auditor;
insert into catalogue.search_stale (product_id, anew) select id, true from catalogue.product;
