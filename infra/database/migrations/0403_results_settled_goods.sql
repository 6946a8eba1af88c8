-- Fees are taken of what is settled: beside them stands what was settled, so that what a yuan of goods costs is told of the same lines.
-- Goods without their freight.
alter table insight.sales_day add column settled_fen bigint not null default 0 check (settled_fen >= 0);
alter table insight.sales_day alter column settled_fen drop default;
alter table insight.sales_month add column settled_fen bigint not null default 0 check (settled_fen >= 0);
alter table insight.sales_month alter column settled_fen drop default;

-- Figures are still read from the index of their days alone.
alter table insight.sales_day drop constraint sales_day_pkey;
alter table insight.sales_day add constraint sales_day_pkey primary key (dimension, day, place, key, way)
  include (orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen, settled_fen);
alter table insight.sales_month drop constraint sales_month_pkey;
alter table insight.sales_month add constraint sales_month_pkey primary key (dimension, month, place, key, way)
  include (orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen, settled_fen);

-- A line that is settled without a fee counts as well.
create or replace function insight.mark_fees() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows where fee_fen > 0 or goods_fen > 0) then
    perform insight.mark_orders(array(select distinct line.order_id from new_rows join ordering.order_line line on line.id = line_id
                                       where new_rows.fee_fen > 0 or new_rows.goods_fen > 0));
  end if;
  return null;
end $$;

insert into insight.sales_stale (day) select distinct day from insight.sales_day;
