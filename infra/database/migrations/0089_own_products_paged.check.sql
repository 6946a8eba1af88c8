do $$
begin
  assert to_regclass('catalogue.sku_supplier_product') is not null, 'pages of a supplier''s products have an index';
end $$;
