do $$
begin
  assert not exists (
    select from payment.payment join ordering.customer_order on customer_order.id = payment.order_id
     where payment.order_number is distinct from customer_order.number), 'a payment bears the number of its order';
end $$;
