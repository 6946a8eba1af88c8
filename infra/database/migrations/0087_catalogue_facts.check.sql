do $$
begin
  assert has_column_privilege('xihuo_app', 'catalogue.dossier_draft', 'facts', 'UPDATE'), 'suppliers write what a product shall be';
  assert not has_table_privilege('xihuo_app', 'admission.approved_product_v', 'UPDATE'), 'what was approved is only read';
end $$;
