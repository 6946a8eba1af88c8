-- A shelf may be filled by price too: what costs up to ten yuan, what a gift costs. Held against it is the price a card shows, the
-- lowest of a supplier's open packs, so that no card on the shelf says another.
alter table catalogue.venue_shelf
  add column rule_price_from_fen bigint check (rule_price_from_fen >= 0),
  add column rule_price_to_fen bigint check (rule_price_to_fen >= 0),
  add constraint venue_shelf_price check (rule_price_from_fen <= rule_price_to_fen);

-- Whether a supplier's offer of a product is what a shelf's rule asks for, but for category and region.
create or replace function catalogue.fits_shelf(shelf catalogue.venue_shelf, of_product uuid, months smallint[], of_supplier uuid) returns boolean
language sql stable as $$
  select (shelf.rule_supplier_id is null or shelf.rule_supplier_id = of_supplier)
     and (coalesce(shelf.rule_price_from_fen, shelf.rule_price_to_fen) is null
          or (select min(price_fen) from catalogue.sku
               where product_id = of_product and supplier_id = of_supplier and opened)
             between coalesce(shelf.rule_price_from_fen, 0) and coalesce(shelf.rule_price_to_fen, 9223372036854775807))
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
     and (not (shelf.rule_in_season or shelf.rule_recognised or shelf.rule_supplier_id is not null
               or coalesce(shelf.rule_price_from_fen, shelf.rule_price_to_fen) is not null)
          or exists (select from catalogue.sku
                      where sku.product_id = product.id and sku.opened
                        and catalogue.fits_shelf(shelf, product.id, product.harvest_months, sku.supplier_id)))
   where shelf.by_rule
  union all
  select shelf.venue_id, shelf.id, shelf.position, chosen.product_id, chosen.position
    from catalogue.venue_shelf shelf join catalogue.venue_shelf_product chosen on chosen.shelf_id = shelf.id
   where not shelf.by_rule;
