-- The number of a trade item is drawn before its row is written: its GTIN is made of it.
grant usage on sequence trace.trade_item_item_number_seq to xihuo_app;
