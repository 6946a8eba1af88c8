-- What a supplier promised when something was ordered of it holds, whatever it promises later: the hours are kept with the order.
alter table ordering.supplier_order
  -- Within which it is to be sent: by the rule, or sooner where that was promised; empty where it was ordered before they were kept.
  add column ship_within_hours integer check (ship_within_hours > 0);

create or replace view ordering.supplier_order_v as
  select id, order_id, supplier_id, state, amount_fen, shipped_at, received_at, release_due, released_at,
         goods_fen, discount_fen, freight_fen, ship_within_hours
    from ordering.supplier_order;
