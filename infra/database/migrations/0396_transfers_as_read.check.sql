do $$
begin
  assert has_column_privilege('xihuo_app', 'ordering.bank_transfer', 'row_version', 'UPDATE'), 'a transfer that is named anew says so';
  assert not exists (select from ordering.bank_transfer where row_version < 1), 'versions count from one';
end $$;
