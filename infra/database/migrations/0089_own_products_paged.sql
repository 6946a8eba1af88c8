-- A supplier's products, the newest first, a page at a time: without it every page sorted all of them.
create index sku_supplier_product on catalogue.sku (supplier_id, product_id desc);
