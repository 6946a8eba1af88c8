-- The scale's page sums a supplier's day each time it is opened; without this it reads all that ever came in.
create index delivery_supplier_day on trace.delivery (supplier_id, delivered_on);
