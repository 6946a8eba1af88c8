do $$
begin
  assert has_table_privilege('xihuo_app', 'ordering.part_remark', 'DELETE'), 'a remark can be destroyed';
  assert not has_table_privilege('xihuo_app', 'ordering.part_remark', 'UPDATE'), 'and not be written over';
  assert not has_table_privilege('xihuo_app', 'ordering.invoice_request', 'DELETE'), 'what was asked to be invoiced stays';
end $$;
