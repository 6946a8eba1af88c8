do $$
begin
  assert to_regclass('identity.viewing_open') is not null, 'a session looks on as one at a time';
  assert not has_table_privilege('xihuo_app', 'identity.viewing', 'delete'), 'who looked at whom stays';
  assert not has_column_privilege('xihuo_app', 'identity.viewing', 'reason', 'update'), 'and so does why';
end $$;
