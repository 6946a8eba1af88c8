do $$
begin
  assert (select count(*) from information_schema.columns
           where (table_schema, table_name, column_name) in (('catalogue', 'lead_v', 'organisation_id'), ('ordering', 'purchase_line', 'via'))) = 2,
    'a lead says for whom it was asked, a line of a purchase order how it was found';
  assert has_table_privilege('xihuo_app', 'catalogue.lead_product_v', 'select'), 'orders are made from what leads are about';
end $$;
