-- A rule that asks something of the seller puts that seller's offer on the shelf, not the goods of whoever else sells them.
create view catalogue.venue_seller_v as
  select shelf.venue_id, product.id as product_id, sku.supplier_id
    from catalogue.venue_shelf shelf
    join catalogue.product on (shelf.rule_category is null or product.category = shelf.rule_category)
     and product.region_code between coalesce(shelf.rule_region_from, '000000') and coalesce(shelf.rule_region_to, '999999')
    join catalogue.sku on sku.product_id = product.id
     and catalogue.fits_shelf(shelf, product.id, product.harvest_months, sku.supplier_id)
   where shelf.by_rule
  union all
  select shelf.venue_id, chosen.product_id, sku.supplier_id
    from catalogue.venue_shelf shelf
    join catalogue.venue_shelf_product chosen on chosen.shelf_id = shelf.id
    join catalogue.sku on sku.product_id = chosen.product_id
   where not shelf.by_rule;

-- Whether some shelf of a venue asks anything of sellers: a rule that asks nothing fits even nobody.
create function catalogue.asks_of_sellers(of_venue uuid) returns boolean language sql stable as $$
  select exists (select from catalogue.venue_shelf shelf
                  where shelf.venue_id = of_venue and shelf.by_rule
                    and catalogue.fits_shelf(shelf, null, null, null) is not true)
$$;

grant select on catalogue.venue_seller_v to xihuo_app, xihuo_auditor;
