do $$
begin
  assert not exists (select from ordering.shipment where carrier in ('顺丰', '顺丰快递', 'SF', '中通', '圆通', '申通', '韵达')),
    'a carrier has one name';
end $$;
