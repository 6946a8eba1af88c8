do $$ begin
  assert (select prosrc ~ 'new_rows.article_number, new_rows.gtin' from pg_proc
           where oid = 'catalogue.mark_changed_skus_stale'::regproc), 'another number makes a product be looked through again';
end $$;
