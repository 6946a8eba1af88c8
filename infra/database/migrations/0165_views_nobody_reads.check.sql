do $$ begin
  assert to_regclass('settlement.subsidy_v') is null and to_regclass('ordering.purchase_order_v') is null
    and to_regclass('ordering.receivable_v') is null, 'a view is there for somebody';
end $$;
