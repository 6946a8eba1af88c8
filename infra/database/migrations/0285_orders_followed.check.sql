do $$
begin
  assert not has_table_privilege('xihuo_app', 'ordering.part_remark', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'ordering.reviewed_line', 'UPDATE'), 'what was written with an order stays';
  assert (select count(*) from ordering.reviewed_line) = (select count(*) from dispute.review), 'every review is known to its line';
  assert has_table_privilege('xihuo_app', 'catalogue.seller_photo_v', 'SELECT'), 'an order shows what was bought';
end $$;
