do $$
begin
  assert has_table_privilege('xihuo_app', 'platform.unnamed_bytes', 'DELETE')
    and not has_table_privilege('xihuo_app', 'platform.unnamed_bytes', 'UPDATE'), 'a note of bytes goes and never becomes another';
end $$;
