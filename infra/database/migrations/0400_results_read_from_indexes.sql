-- Results add up a hundred thousand kept rows where a year begins within a month: they are read from the index alone, in the order of
-- the days, and not row by row out of the table.
alter table insight.sales_day drop constraint sales_day_pkey;
alter table insight.sales_day add constraint sales_day_pkey primary key (dimension, day, place, key, way)
  include (orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen);
alter table insight.sales_month drop constraint sales_month_pkey;
alter table insight.sales_month add constraint sales_month_pkey primary key (dimension, month, place, key, way)
  include (orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen);
