do $$
begin
  assert not has_table_privilege('xihuo_app', 'ordering.after_sale_photo', 'DELETE')
    and not has_table_privilege('xihuo_app', 'dispute.review_photo', 'DELETE')
    and not has_table_privilege('xihuo_app', 'platform.file', 'DELETE'), 'what somebody handed in goes by one door';
end $$;
