-- Who reconciles reads the number that buyer and supplier read too; payment knows of orders what it was told when it was begun.
alter table payment.payment add column order_number text;
update payment.payment set order_number = customer_order.number
  from ordering.customer_order where customer_order.id = payment.order_id;
