do $$
begin
  assert not has_table_privilege('xihuo_app', 'ordering.freight_template', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'ordering.freight_template', 'DELETE'), 'a freight template is followed, never changed';
  assert not has_table_privilege('xihuo_auditor', 'ordering.cart', 'SELECT'), 'what somebody means to buy is nobody else''s business';
end $$;
