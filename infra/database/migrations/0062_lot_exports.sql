-- An export tells all that ever left a lot, page by page in order of time; without this each page reads the lot from its beginning.
create index movement_lot_time on trace.movement (lot_id, moved_at, shipment_id) include (grams);
