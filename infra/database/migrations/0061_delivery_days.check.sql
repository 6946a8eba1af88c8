do $$
begin
  assert to_regclass('trace.delivery_supplier_day') is not null, 'the sums of a day have an index';
end $$;
