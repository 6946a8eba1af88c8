do $$
begin
  assert exists (select from pg_constraint where conname = 'never_more_back_than_paid'), 'a line gives back no more than was paid for it';
  assert exists (select from pg_constraint where conname = 'never_more_packs_than_bought'), 'a line ships no more than was bought';
  assert exists (select from pg_class where relname = 'stock_movement_once'), 'a movement of stock happens once';
  assert not has_table_privilege('xihuo_app', 'ordering.shipment_line', 'UPDATE'), 'what lay in a parcel is never edited';
end $$;
