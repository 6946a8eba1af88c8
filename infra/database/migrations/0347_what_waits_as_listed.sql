-- An invoice that was issued stays its supplier's to put right, even where all of its goods were called off since: the list says so, and so
-- does what is counted of it. A red note that is due for them has its day.
create or replace view ordering.waiting_v as
  select 'toShip' as what, supplier_id, null::timestamptz as due_at from ordering.supplier_order where state = 'toShip'
  union all
  select 'claims', supplier_id, due_at from ordering.after_sale where due_at is not null
  union all
  select 'invoices', request.supplier_id,
         (least(request.due_on, request.red_due_on) + 1)::timestamp at time zone 'Asia/Shanghai'
    from ordering.invoice_request request
   where (request.state in ('requested', 'contested') or request.red_due_on is not null)
     and (request.state not in ('requested', 'withdrawn', 'declined')
       or exists (select from ordering.invoice_item paid join ordering.supplier_order part on part.id = paid.supplier_order_id
                   where paid.request_id = request.id and part.state not in ('awaitingPayment', 'cancelled')))
  union all
  select 'transfers', null, null from ordering.bank_transfer where matched_at is null and ended is null
  union all
  select 'returns', null, null from ordering.transfer_return where state = 'proposed';
