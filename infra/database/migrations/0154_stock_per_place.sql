-- Stock of a pack lies in places: the supplier's own warehouse, and venues where goods are laid in to be handed over (their ids, passed
-- as values). The warehouse is the place of all zeros: a pack has one supplier, so it needs no row of its own.
alter table ordering.stock
  add column place_id uuid not null default '00000000-0000-0000-0000-000000000000',
  -- Whoever counts says what was read: it moves with whatever changes what lies there, not with what orders hold.
  add column row_version integer not null default 2,
  -- The row of the warehouse is what is locked for all places of a pack, so there is none without it. It is a column for the key alone.
  add column warehouse_id uuid not null generated always as ('00000000-0000-0000-0000-000000000000'::uuid) stored;
comment on column ordering.stock.row_version is 'One is an opened place that nobody has counted yet.';

alter table ordering.stock_movement
  drop constraint stock_movement_sku_id_fkey,
  add column place_id uuid not null default '00000000-0000-0000-0000-000000000000',
  add column reason text check (reason in ('stocktake', 'goodsIn', 'loss', 'correction')),
  drop constraint stock_movement_kind_check,
  -- What is moved between places goes out of one and into the other by the same cause.
  add constraint stock_movement_kind_check check (kind in ('count', 'reserve', 'release', 'ship', 'move')),
  add constraint counted_for_a_reason check (reason is null or kind = 'count'),
  add constraint moved_by_a_cause check (kind <> 'move' or (cause_id is not null and order_id is null and on_hand_change <> 0 and reserved_change = 0));

alter table ordering.stock
  drop constraint stock_pkey,
  add primary key (sku_id, place_id),
  add constraint locked_by_its_warehouse foreign key (sku_id, warehouse_id) references ordering.stock (sku_id, place_id);
create index stock_place on ordering.stock (place_id) where place_id <> '00000000-0000-0000-0000-000000000000';

alter table ordering.stock_movement
  add foreign key (sku_id, place_id) references ordering.stock (sku_id, place_id);
drop index ordering.stock_movement_once;
create unique index stock_movement_once on ordering.stock_movement (order_id, sku_id, place_id, kind, cause_id) nulls not distinct
  where order_id is not null;
create unique index stock_moved_once on ordering.stock_movement (cause_id, sku_id, place_id) where kind = 'move';
