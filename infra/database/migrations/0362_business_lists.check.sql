do $$ begin
  assert (select count(distinct product_id) from catalogue.search_stale) = (select count(*) from catalogue.product),
    'every product is looked through for its minimum and its seller''s promise';
  assert (select prosrc ~ 'new_rows.minimum_order_packs' from pg_proc where oid = 'catalogue.mark_changed_skus_stale'::regproc),
    'another minimum makes a product be looked through again';
end $$;
