-- One name for all ways in which a carrier was written: what carriers say of a parcel is found by its carrier and number.
create function pg_temp.carrier_name(written text) returns text language sql immutable as $$
  select coalesce((select known.name from (values
    ('sf', '顺丰速运'), ('顺丰', '顺丰速运'), ('shunfeng', '顺丰速运'), ('jd', '京东物流'), ('京东', '京东物流'),
    ('ems', '中国邮政 EMS'), ('邮政ems', '中国邮政 EMS'), ('中国邮政ems', '中国邮政 EMS'), ('邮政特快专递', '中国邮政 EMS'),
    ('中国邮政', '邮政快递包裹'), ('邮政', '邮政快递包裹'), ('邮政包裹', '邮政快递包裹'), ('zto', '中通快递'), ('中通', '中通快递'),
    ('yto', '圆通速递'), ('圆通', '圆通速递'), ('sto', '申通快递'), ('申通', '申通快递'), ('yd', '韵达快递'), ('yunda', '韵达快递'),
    ('韵达', '韵达快递'), ('jtsd', '极兔速递'), ('极兔', '极兔速递'), ('j&t', '极兔速递'), ('dbl', '德邦快递'), ('德邦', '德邦快递'),
    ('deppon', '德邦快递'), ('跨越', '跨越速运'), ('安能', '安能物流'), ('优速', '优速快递'), ('菜鸟', '菜鸟速递'), ('丹鸟', '菜鸟速递')
  ) as known (short, name)
  where known.short = regexp_replace(lower(regexp_replace(written, '[\s_.()-]', '', 'g')), '(快递|速递|速运|快运|物流|express|logistics)$', '')), written);
$$;

update ordering.shipment set carrier = pg_temp.carrier_name(carrier) where carrier <> pg_temp.carrier_name(carrier);
update ordering.carrier_inbox set carrier = pg_temp.carrier_name(carrier)
 where handled_at is null and carrier <> pg_temp.carrier_name(carrier);
