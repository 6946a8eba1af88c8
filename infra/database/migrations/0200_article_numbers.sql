-- A supplier's own number of a pack (商家货号), by which it and its buyers find it in their books; nobody else's is compared with it.
alter table catalogue.sku add column article_number text check (article_number ~ '^\S(.{0,38}\S)?$');
create unique index sku_article on catalogue.sku (supplier_id, article_number) where article_number is not null;
create index sku_article_number on catalogue.sku (article_number) where article_number is not null;

create or replace view catalogue.offer_v as
  select sku.id as sku_id, sku.product_id, sku.supplier_id, sku.pack, sku.net_grams, sku.price_fen, sku.stock_state,
         product.slug, product.name_zh, product.perishable,
         listing.supplier_id is not null as listed,
         coalesce(listing.may_sell, false) and product.sale_banned_reason is null and sku.opened
           and not exists (select from catalogue.unproven_words_v unproven
                            where unproven.supplier_id = sku.supplier_id and unproven.product_id = sku.product_id) as for_sale,
         sku.gtin, sku.options, sku.minimum_order_packs, sku.order_step_packs, sku.article_number
    from catalogue.sku
    join catalogue.product on product.id = sku.product_id
    left join admission.listing_right_v listing
      on listing.supplier_id = sku.supplier_id and listing.product_id = sku.product_id;
