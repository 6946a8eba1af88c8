do $$
begin
  assert to_regclass('catalogue.product_name') is not null, 'products are found by their name';
end $$;
