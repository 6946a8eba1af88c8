do $$
begin
  assert not exists (
    select from pg_trigger
     where tgname in ('results_new', 'results_changed')
       and tgrelid in ('ordering.customer_order'::regclass, 'ordering.supplier_order'::regclass, 'ordering.line_progress'::regclass,
                       'catalogue.product'::regclass, 'registry.organisation'::regclass, 'registry.household'::regclass,
                       'ordering.business_account'::regclass)
       and (tgtype & 1 = 0 or tgqual is null)), 'on busy tables a row marks its day, and only where it concerns results';
  assert (select count(*) from pg_trigger where tgname in ('results_new', 'results_changed') and tgtype & 1 = 1) = 9, 'each of them is there';
end $$;
