-- A county reads its results from what is kept as well, and not from all orders of its suppliers. All goods and counties are kept by county
-- already; what is told by pairing, category, channel and campaign is kept once more by the county of the supplier. A county's rows lie
-- together in the index, which alone is read.
create table insight.sales_county_day (
  day date not null,
  dimension text not null check (dimension in ('pairing', 'category', 'channel', 'campaign')),
  -- County of the supplier; '000000' where it is not known, which no county reads.
  place text not null,
  key text not null,
  way text not null check (way in ('purchased', 'helped')),
  orders integer not null,
  packs bigint not null,
  grams bigint not null,
  sales_fen bigint not null,
  back_fen bigint not null check (back_fen between 0 and sales_fen),
  freight_fen bigint not null,
  fee_fen bigint not null,
  settled_fen bigint not null check (settled_fen >= 0),
  primary key (dimension, place, day, key, way)
    include (orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen, settled_fen)
);
-- A day is counted anew as one.
create index sales_county_day_day on insight.sales_county_day (day);

create table insight.sales_county_month (
  month date not null check (extract(day from month) = 1),
  dimension text not null,
  place text not null,
  key text not null,
  way text not null,
  orders bigint not null,
  packs bigint not null,
  grams bigint not null,
  sales_fen bigint not null,
  back_fen bigint not null,
  freight_fen bigint not null,
  fee_fen bigint not null,
  settled_fen bigint not null check (settled_fen >= 0),
  primary key (dimension, place, month, key, way)
    include (orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen, settled_fen)
);
create index sales_county_month_month on insight.sales_county_month (month);

grant select, insert, update, delete on insight.sales_county_day, insight.sales_county_month to xihuo_app;
grant select on insight.sales_county_day, insight.sales_county_month to xihuo_auditor;

-- What was sold before, by county.
insert into insight.sales_stale (day) select distinct day from insight.sales_day;
