do $$
declare
  warehouse constant uuid := '00000000-0000-0000-0000-000000000000';
  pack constant uuid := uuidv7();
  venue constant uuid := uuidv7();
begin
  assert not exists (select from ordering.stock where row_version = 1 and counted > 0), 'what was counted before is a count';
  assert (select count(*) from ordering.stock where place_id = warehouse) = (select count(distinct sku_id) from ordering.stock),
    'a pack has one warehouse';
  begin
    insert into ordering.stock (sku_id, place_id, on_hand) values (pack, venue, 1);
    raise exception 'stock lies in a venue and nothing is there to lock';
  exception when foreign_key_violation then null;
  end;
  begin
    insert into ordering.stock (sku_id, on_hand) values (pack, 5);
    insert into ordering.stock (sku_id, place_id, on_hand, reserved) values (pack, venue, 1, 2);
    raise exception 'a place was oversold though another has enough';
  exception when check_violation then null;
  end;
  begin
    insert into ordering.stock (sku_id, on_hand) values (pack, 5);
    insert into ordering.stock_movement (sku_id, kind, on_hand_change, reserved_change, at) values (pack, 'move', -1, 0, now());
    raise exception 'something was moved by nothing';
  exception when check_violation then null;
  end;
  begin
    insert into ordering.stock (sku_id, on_hand) values (pack, 5);
    insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, at) values (pack, venue, 'count', 1, 0, now());
    raise exception 'something moved in a place that has no stock';
  exception when foreign_key_violation then null;
  end;
end $$;
