do $$
begin
  assert not has_column_privilege('xihuo_app', 'admission.product_dossier', 'evidence', 'UPDATE'),
    'what a decision was made on never changes';
  assert not has_table_privilege('xihuo_app', 'admission.edition_entry', 'UPDATE, DELETE'), 'what was published stays';
  assert not has_table_privilege('xihuo_app', 'admission.edition_departure', 'UPDATE, DELETE'), 'and what left, with its reason';
  assert registry.grams('苹果 AB') @> array['苹', '果', '苹果', 'ab'], 'pairs of signs, and single Chinese ones';
  assert not registry.grams('ab') && array['a'], 'single letters are in every name';
  assert registry.search_plain('洛川（县） 苹果') = '洛川县苹果', 'without what people leave out';
end $$;
