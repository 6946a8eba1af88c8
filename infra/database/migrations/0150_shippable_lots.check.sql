do $$
begin
  assert not exists (select from trace.shippable_lot_v join trace.lot using (id) where lot.state = 'recalled'),
    'nothing leaves from a recalled lot';
  assert has_table_privilege('xihuo_app', 'trace.shippable_lot_v', 'select'), 'ordering looks for lots to send from';
end $$;
