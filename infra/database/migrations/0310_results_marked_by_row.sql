-- What marks a day to be counted anew stands on the busiest tables. A trigger of a statement keeps a copy of all rows it changes, for
-- nothing where none of them concerns results; a trigger of a row with a condition costs the comparison alone. Those on settlement.line,
-- benefit.obligation and settlement.payout_item stay as they are: there one statement writes many rows that do concern them.
drop trigger results_new on ordering.customer_order;
drop trigger results_changed on ordering.customer_order;
drop trigger results_changed on ordering.supplier_order;
drop trigger results_new on ordering.line_progress;
drop trigger results_changed on ordering.line_progress;
drop trigger results_changed on registry.organisation;
drop trigger results_changed on registry.household;
drop trigger results_changed on catalogue.product;
drop trigger results_changed on ordering.business_account;
drop function insight.mark_new_orders();
drop function insight.mark_changed_orders();
drop function insight.mark_changed_parts();
drop function insight.mark_new_progress();
drop function insight.mark_changed_progress();
drop function insight.mark_moved_suppliers();
drop function insight.mark_moved_households();
drop function insight.mark_other_goods();
drop function insight.mark_payers();

-- Only of orders that go ahead: an order that is never paid is in no result, and one that is paid later marks its day then. Whoever pays
-- an order and whoever calls off a part of it write the same part, one after the other, so neither misses the other here.
create or replace function insight.mark_orders(wanted uuid[]) returns void language sql as $$
  insert into insight.sales_stale (day)
  select distinct (placed.placed_at at time zone 'Asia/Shanghai')::date from ordering.customer_order placed
   where placed.id = any (wanted) and (placed.paid_at is not null or placed.state = 'onTerms')
$$;

create function insight.mark_order() returns trigger language plpgsql as $$
begin
  insert into insight.sales_stale (day) values ((new.placed_at at time zone 'Asia/Shanghai')::date);
  return null;
end $$;

create function insight.mark_part() returns trigger language plpgsql as $$
begin
  perform insight.mark_orders(array[new.order_id]);
  return null;
end $$;

create function insight.mark_progress() returns trigger language plpgsql as $$
begin
  perform insight.mark_orders(array(select order_id from ordering.supplier_order where id = new.supplier_order_id));
  return null;
end $$;

-- What a line is counted under may be put right later: where its supplier sits, what it is, and whether its buyer is a public one.
create function insight.mark_moved_supplier() returns trigger language plpgsql as $$
begin
  perform insight.mark_orders(array(select order_id from ordering.supplier_order where supplier_id = new.id));
  return null;
end $$;

create function insight.mark_other_goods() returns trigger language plpgsql as $$
begin
  perform insight.mark_orders(array(select order_id from ordering.order_line where product_id = new.id));
  return null;
end $$;

create function insight.mark_payer() returns trigger language plpgsql as $$
begin
  perform insight.mark_orders(array(select id from ordering.customer_order where organisation_id = new.organisation_id));
  return null;
end $$;

create function insight.mark_moved_household() returns trigger language plpgsql as $$
begin
  insert into insight.income_stale (household_id, month)
  select household_id, month from insight.income_month where household_id = new.id group by 1, 2;
  return null;
end $$;

create trigger results_new after insert on ordering.customer_order
  for each row when (new.paid_at is not null or new.state = 'onTerms') execute function insight.mark_order();
create trigger results_changed after update on ordering.customer_order
  for each row when ((new.paid_at is not null or new.state = 'onTerms') <> (old.paid_at is not null or old.state = 'onTerms'))
  execute function insight.mark_order();
create trigger results_changed after update on ordering.supplier_order
  for each row when ((new.state = 'cancelled') <> (old.state = 'cancelled')) execute function insight.mark_part();
create trigger results_new after insert on ordering.line_progress
  for each row when (new.refund_fen > 0 or new.cancelled_packs > 0) execute function insight.mark_progress();
create trigger results_changed after update on ordering.line_progress
  for each row when ((new.refund_fen, new.refund_freight_fen, new.cancelled_packs)
                     is distinct from (old.refund_fen, old.refund_freight_fen, old.cancelled_packs))
  execute function insight.mark_progress();
create trigger results_changed after update on registry.organisation
  for each row when (new.county_code is distinct from old.county_code) execute function insight.mark_moved_supplier();
create trigger results_changed after update on registry.household
  for each row when (new.county_code is distinct from old.county_code) execute function insight.mark_moved_household();
create trigger results_changed after update on catalogue.product
  for each row when (new.category is distinct from old.category) execute function insight.mark_other_goods();
create trigger results_changed after update on ordering.business_account
  for each row when (new.payer_kind is distinct from old.payer_kind) execute function insight.mark_payer();
