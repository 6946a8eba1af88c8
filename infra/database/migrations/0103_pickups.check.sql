do $$
begin
  assert (select count(*) = 3 from information_schema.columns
           where table_schema = 'catalogue' and table_name = 'venue_v' and column_name in ('pickup', 'opening_times', 'keeper_id')),
    'what is above sees where goods are handed over, when, and by whom';
  assert not has_table_privilege('xihuo_app', 'ordering.pickup', 'update, delete'), 'where an order is picked up stays as it was agreed';
  assert not has_table_privilege('xihuo_app', 'ordering.pickup_part', 'delete'), 'what was taken in is not forgotten';
  begin
    insert into ordering.pickup_part (supplier_order_id, state, arrived_at, arrived_by) values (uuidv7(), 'handedOver', now(), uuidv7());
    raise exception 'something was handed over by nobody';
  exception when check_violation then null;
  end;
end $$;
