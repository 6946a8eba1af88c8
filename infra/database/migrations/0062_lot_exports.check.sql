do $$
begin
  assert to_regclass('trace.movement_lot_time') is not null, 'the shipments of a lot are read by time';
end $$;
