do $$
begin
  assert not has_table_privilege('xihuo_app', 'catalogue.picture_rendition', 'UPDATE, DELETE'),
    'what stands under an address stays what it is';
end $$;
