do $$
begin
  assert not has_column_privilege('xihuo_app', 'ordering.invoice_paper', 'number', 'update'), 'what the tax authority gave is never written over';
  assert not has_table_privilege('xihuo_app', 'ordering.invoice_paper', 'delete'), 'nor taken away';
  assert not has_column_privilege('xihuo_app', 'ordering.invoice_request', 'title', 'update'), 'what was asked for stays as it was asked for';
end $$;
