-- What people counted apart from what left the shelf: a table that was taken out, edited and handed in says from which number on its
-- count was made, so that what was sold in between stays sold. Sending goods touches nothing of it.
alter table ordering.stock add column counted bigint not null default 0;
update ordering.stock set counted = on_hand - coalesce((
  select sum(on_hand_change) from ordering.stock_movement movement where movement.sku_id = stock.sku_id and movement.kind <> 'count'), 0);
