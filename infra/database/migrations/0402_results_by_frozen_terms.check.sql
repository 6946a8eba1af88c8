do $$
begin
  assert not exists (select from ordering.purchase_order where terms ->> 'payerKind' is null), 'every purchase order says who pays';
  assert not exists (select from pg_trigger where tgrelid = 'ordering.business_account'::regclass and tgname = 'results_changed'),
    'terms from now on change nothing that was sold before';
end $$;
