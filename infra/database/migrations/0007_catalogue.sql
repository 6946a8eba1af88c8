-- What is offered: products, and each supplier's pack of it at a price.

create table catalogue.product (
  id uuid primary key default uuidv7(),
  reference text not null unique,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  name_zh text not null,
  name_en text not null,
  description_zh text not null,
  description_en text not null,
  category text not null,
  region_code text not null,
  -- Shown to the public only where a published register proves it (gi_source), else null.
  gi_kinds text[],
  gi_source text,
  harvest_months smallint[] not null,
  shelf_life_days integer check (shelf_life_days > 0),
  storage text not null check (storage in ('ambient', 'chilled', 'frozen')),
  perishable boolean not null,
  -- Class of the food production licence that the maker needs; null for primary produce and handicraft.
  sc_class text,
  -- A note of law from the sources; a product with a sale ban never becomes an offer.
  regulatory_note text,
  sale_banned_reason text,
  -- What the law wants a buyer to read before buying (alcohol, the true species).
  buyer_notice_zh text,
  buyer_notice_en text,
  -- Name, pinyin, joined pinyin and initials, lower case: what a search looks through.
  search_text text not null,
  -- Packs sold by all its suppliers together, so that the list can be read in this order from an index.
  sold_count bigint not null default 0 check (sold_count >= 0),
  -- Place in the recommended order: each category in turn, the best selling first. Nobody can pay for a place.
  recommended_rank bigint not null default 0,
  created_at timestamptz not null default platform.business_now()
);
create index product_search on catalogue.product using gin (search_text gin_trgm_ops);
create index product_category on catalogue.product (category, id);
create index product_region on catalogue.product (region_code);
create index product_recommended on catalogue.product (recommended_rank, id);
create index product_sold on catalogue.product (sold_count, id);

create table catalogue.sku (
  id uuid primary key default uuidv7(),
  product_id uuid not null references catalogue.product,
  supplier_id uuid not null,
  pack text not null,
  -- Net weight of the pack in grams; null where the pack is not sold by weight.
  net_grams bigint check (net_grams > 0),
  price_fen bigint not null check (price_fen > 0),
  wholesale_price_fen bigint check (wholesale_price_fen > 0),
  minimum_order_packs integer not null default 1 check (minimum_order_packs > 0),
  -- Reported down by ordering, which owns the stock: a hint for pages, never what an order is decided by.
  stock_state text not null default 'out' check (stock_state in ('inStock', 'low', 'out')),
  sold_count bigint not null default 0 check (sold_count >= 0),
  created_at timestamptz not null default platform.business_now(),
  unique (product_id, supplier_id, pack)
);
create index sku_supplier on catalogue.sku (supplier_id, id);
create index sku_price on catalogue.sku (price_fen, id);

create view catalogue.product_v as select * from catalogue.product;
create view catalogue.sku_v as
  select sku.id, sku.product_id, sku.supplier_id, sku.pack, sku.net_grams, sku.price_fen, sku.stock_state, sku.sold_count,
         product.slug, product.name_zh, product.perishable, product.reference as product_reference
    from catalogue.sku join catalogue.product on product.id = sku.product_id;

-- What may be sold this instant, with the right read live. `listed` was approved once, whatever became of it.
create view catalogue.offer_v as
  select sku.id as sku_id, sku.product_id, sku.supplier_id, sku.pack, sku.net_grams, sku.price_fen, sku.stock_state,
         product.slug, product.name_zh, product.perishable,
         listing.supplier_id is not null as listed,
         coalesce(listing.may_sell, false) and product.sale_banned_reason is null as for_sale
    from catalogue.sku
    join catalogue.product on product.id = sku.product_id
    left join admission.listing_right_v listing
      on listing.supplier_id = sku.supplier_id and listing.product_id = sku.product_id;

grant select, insert, update on all tables in schema catalogue to xihuo_app;
grant select on all tables in schema catalogue to xihuo_auditor;
