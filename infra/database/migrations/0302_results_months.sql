-- A year of days is too many rows to add up while somebody waits: whole months are kept besides, added up from their days.
create table insight.sales_month (
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
  primary key (dimension, month, place, key, way)
);

insert into insight.sales_month
select date_trunc('month', day)::date, dimension, place, key, way, sum(orders), sum(packs), sum(grams), sum(sales_fen), sum(back_fen),
       sum(freight_fen), sum(fee_fen)
  from insight.sales_day group by 1, 2, 3, 4, 5;

grant select, insert, update, delete on insight.sales_month to xihuo_app;
grant select on insight.sales_month to xihuo_auditor;
