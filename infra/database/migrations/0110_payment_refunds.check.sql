do $$
begin
  assert exists (select from pg_constraint where conname = 'never_more_than_captured'), 'a leg gives back no more than it brought';
  assert exists (select from pg_constraint where conrelid = 'payment.refund'::regclass and contype = 'u'), 'one wish is one refund a leg';
  assert not exists (select from payment.leg where refund_fen is distinct from
    (select coalesce(sum(amount_fen), 0) from payment.refund where refund.supplier_order_id = leg.supplier_order_id)), 'legs count their refunds';
end $$;
