do $$
begin
  assert has_table_privilege('xihuo_app', 'identity.phone_link', 'DELETE') and has_table_privilege('xihuo_app', 'platform.notice', 'DELETE'),
    'what leads to somebody can be destroyed';
  assert not has_table_privilege('xihuo_app', 'identity.person', 'DELETE') and not has_table_privilege('xihuo_app', 'ordering.customer_order', 'DELETE'),
    'who bought stays as a number, and what was bought stays';
  assert not has_table_privilege('xihuo_app', 'identity.account_deletion', 'DELETE'), 'that it was asked for stays on record';
end $$;
