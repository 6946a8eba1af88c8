do $$
begin
  assert not exists (select from payment.payment_v group by order_id having count(*) > 1), 'an order stands in one payment';
  assert not exists (select from payment.payment where order_id not in (select order_id from payment.payment_v)), 'and in one at least';
  assert exists (select from pg_constraint where conname = 'payment_attempt'), 'two who begin an attempt begin the same one';
  assert not exists (select from pg_constraint where conname in ('payment_order_id_key', 'leg_supplier_order_id_key')),
    'an order may be paid again after its payment was called off';
end $$;
