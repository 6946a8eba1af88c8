-- Results are read from kept summaries: a row a business day, dimension, key and way of sale, counted anew whenever an order of that
-- day changes. They hold nothing that is not in the orders, and can be dropped and counted again.

-- What became of a line, as before, and what results ask besides: when and whereto it was bought, by whom, and how heavy it is.
create or replace view ordering.line_outcome_v as
  select line.id as line_id, line.order_id, line.supplier_order_id, part.supplier_id, part.state, line.product_id,
         line.venue_id, line.campaign_id, line.lead_id,
         line.quantity - coalesce(progress.cancelled_packs, 0) as packs,
         line.amount_fen, line.amount_fen - line.freight_fen as goods_fen, back.fen as back_fen,
         -- Of it what was paid for goods, without their freight: whoever funds a discount bears it for what was kept.
         case when part.state = 'cancelled' then line.amount_fen - line.freight_fen
              else least(line.amount_fen - line.freight_fen, back.fen - coalesce(progress.refund_freight_fen, 0)) end as back_goods_fen,
         placed.placed_at, placed.number as order_number, placed.region_code, placed.organisation_id,
         -- Who pays out of a public budget, by the law's own kinds of payers (domain: 采购 is what they buy, 帮销 all else).
         coalesce(account.payer_kind = 'publicBuyer', false) as public_buyer,
         line.product_name, line.pack, line.net_grams, line.freight_fen
    from ordering.order_line line
    join ordering.supplier_order part on part.id = line.supplier_order_id
    join ordering.customer_order placed on placed.id = line.order_id
    left join ordering.business_account account on account.organisation_id = placed.organisation_id
    left join ordering.line_progress progress on progress.line_id = line.id
   cross join lateral (
     select case when part.state = 'cancelled' then line.amount_fen
                 else least(line.amount_fen, coalesce(progress.refund_fen, 0)
                   + (select coalesce(sum(hold.refund_fen), 0) from ordering.line_hold hold where hold.line_id = line.id)
                   + (select coalesce(sum(late.amount_fen), 0) from ordering.late_refund late where late.line_id = line.id)) end::bigint as fen) back
   where placed.paid_at is not null or placed.state = 'onTerms';

-- Orders come in the order of their time: a few pages of index say where a day lies, and placing an order writes none of them.
create index customer_order_placed on ordering.customer_order using brin (placed_at) with (pages_per_range = 16, autosummarize = on);

create table insight.sales_day (
  day date not null,
  -- all, pairing, county, category, channel, campaign
  dimension text not null check (dimension in ('all', 'pairing', 'county', 'category', 'channel', 'campaign')),
  -- Province of the supplier, so that whoever sees one province reads its rows alone; '000000' where it is not known.
  place text not null,
  -- Pairing: province bought from '-' province of the supplier. Channel: 'direct', 'venue:' or 'fair:' and its id. Campaign: its id.
  key text not null,
  way text not null check (way in ('purchased', 'helped')),
  -- Parts of orders, one a supplier: each lies in one place and has one buyer.
  orders integer not null,
  packs bigint not null,
  -- Of packs whose weight is known.
  grams bigint not null,
  sales_fen bigint not null,
  back_fen bigint not null,
  -- Freight that was kept, a part of the sales; and the platform's fee on what is settled.
  freight_fen bigint not null,
  fee_fen bigint not null,
  primary key (dimension, day, place, key, way),
  constraint never_more_back_than_sold check (back_fen between 0 and sales_fen)
);

-- Days that something happened to since they were counted, in the transaction in which it happened. Appended to and taken away, never
-- updated: nobody who buys or pays waits for another here.
create table insight.sales_stale (day date not null);

-- When the days were last looked through; one row.
create table insight.sales_counted (
  only_row boolean primary key default true check (only_row),
  counted_at timestamptz not null
);

create function insight.mark_orders(wanted uuid[]) returns void language sql as $$
  insert into insight.sales_stale (day)
  select distinct (placed.placed_at at time zone 'Asia/Shanghai')::date from ordering.customer_order placed where placed.id = any (wanted)
$$;

create function insight.mark_new_orders() returns trigger language plpgsql as $$
begin
  insert into insight.sales_stale (day)
  select distinct (placed_at at time zone 'Asia/Shanghai')::date from new_rows where paid_at is not null or state = 'onTerms';
  return null;
end $$;

create function insight.mark_changed_orders() returns trigger language plpgsql as $$
begin
  insert into insight.sales_stale (day)
  select distinct (new_rows.placed_at at time zone 'Asia/Shanghai')::date from new_rows join old_rows using (id)
   where (new_rows.paid_at is not null or new_rows.state = 'onTerms') <> (old_rows.paid_at is not null or old_rows.state = 'onTerms');
  return null;
end $$;

create function insight.mark_changed_parts() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows join old_rows using (id) where (new_rows.state = 'cancelled') <> (old_rows.state = 'cancelled')) then
    perform insight.mark_orders(array(select new_rows.order_id from new_rows join old_rows using (id)
                                       where (new_rows.state = 'cancelled') <> (old_rows.state = 'cancelled')));
  end if;
  return null;
end $$;

create function insight.mark_new_progress() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows where refund_fen > 0 or cancelled_packs > 0) then
    perform insight.mark_orders(array(select part.order_id from new_rows join ordering.supplier_order part on part.id = supplier_order_id
                                       where new_rows.refund_fen > 0 or new_rows.cancelled_packs > 0));
  end if;
  return null;
end $$;

create function insight.mark_changed_progress() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows join old_rows using (line_id)
              where (new_rows.refund_fen, new_rows.refund_freight_fen, new_rows.cancelled_packs)
                    <> (old_rows.refund_fen, old_rows.refund_freight_fen, old_rows.cancelled_packs)) then
    perform insight.mark_orders(array(select part.order_id from new_rows join ordering.supplier_order part on part.id = supplier_order_id));
  end if;
  return null;
end $$;

-- Holds, awards and late refunds are few: every one counts its day anew.
create function insight.mark_parts() returns trigger language plpgsql as $$
begin
  perform insight.mark_orders(array(select part.order_id from new_rows join ordering.supplier_order part on part.id = supplier_order_id));
  return null;
end $$;

create function insight.mark_fees() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows where fee_fen > 0) then
    perform insight.mark_orders(array(select distinct line.order_id from new_rows join ordering.order_line line on line.id = line_id
                                       where new_rows.fee_fen > 0));
  end if;
  return null;
end $$;

-- What a line is counted under may be put right later: where its supplier sits, what it is, and whether its buyer is a public one.
create function insight.mark_moved_suppliers() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows join old_rows using (id) where new_rows.county_code is distinct from old_rows.county_code) then
    perform insight.mark_orders(array(select part.order_id from ordering.supplier_order part
                                        join new_rows on new_rows.id = part.supplier_id join old_rows on old_rows.id = new_rows.id
                                       where new_rows.county_code is distinct from old_rows.county_code));
  end if;
  return null;
end $$;

create function insight.mark_other_goods() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows join old_rows using (id) where new_rows.category <> old_rows.category) then
    perform insight.mark_orders(array(select line.order_id from ordering.order_line line
                                        join new_rows on new_rows.id = line.product_id join old_rows on old_rows.id = new_rows.id
                                       where new_rows.category <> old_rows.category));
  end if;
  return null;
end $$;

create function insight.mark_payers() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows join old_rows using (organisation_id) where new_rows.payer_kind <> old_rows.payer_kind) then
    perform insight.mark_orders(array(select placed.id from ordering.customer_order placed
                                        join new_rows using (organisation_id) join old_rows using (organisation_id)
                                       where new_rows.payer_kind <> old_rows.payer_kind));
  end if;
  return null;
end $$;

create trigger results_new after insert on ordering.customer_order
  referencing new table as new_rows for each statement execute function insight.mark_new_orders();
create trigger results_changed after update on ordering.customer_order
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_changed_orders();
create trigger results_changed after update on ordering.supplier_order
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_changed_parts();
create trigger results_new after insert on ordering.line_progress
  referencing new table as new_rows for each statement execute function insight.mark_new_progress();
create trigger results_changed after update on ordering.line_progress
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_changed_progress();
create trigger results_changed after update on ordering.line_hold
  referencing new table as new_rows for each statement execute function insight.mark_parts();
create trigger results_new after insert on ordering.line_hold
  referencing new table as new_rows for each statement execute function insight.mark_parts();
create trigger results_new after insert on ordering.late_refund
  referencing new table as new_rows for each statement execute function insight.mark_parts();
create trigger results_new after insert on settlement.line
  referencing new table as new_rows for each statement execute function insight.mark_fees();
create trigger results_changed after update on registry.organisation
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_moved_suppliers();
create trigger results_changed after update on catalogue.product
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_other_goods();
create trigger results_changed after update on ordering.business_account
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_payers();

-- What was sold before.
insert into insight.sales_stale (day)
select distinct (placed_at at time zone 'Asia/Shanghai')::date from ordering.customer_order where paid_at is not null or state = 'onTerms';

grant select, insert, update, delete on insight.sales_day, insight.sales_stale, insight.sales_counted to xihuo_app;
grant select on insight.sales_day, insight.sales_stale, insight.sales_counted to xihuo_auditor;
grant execute on function insight.mark_orders to xihuo_app;
