-- Money of a part that was paid and is not settled: an institution holds it for so many days and no longer.
create index supplier_order_held on ordering.supplier_order (order_id)
  where settled_at is null and state in ('toShip', 'shipped', 'received', 'released');
