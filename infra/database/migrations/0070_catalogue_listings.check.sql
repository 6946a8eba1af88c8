do $$
begin
  assert not has_table_privilege('xihuo_app', 'catalogue.word_rules', 'UPDATE, DELETE'), 'words that were law once stay as they were';
  assert not has_table_privilege('xihuo_app', 'catalogue.listing_change', 'DELETE'), 'what was asked for stays on the record';
  assert (select count(*) from catalogue.word_rules) > 0, 'listing texts are looked through from the first day';
  assert exists (select from registry.policy where key = 'catalogue.priceBandBp'), 'the price band is a dated setting';
end $$;
