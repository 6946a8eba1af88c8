-- What a line costs is goods less discounts plus its share of the freight; who funds each discount is a row of its own.
-- `amount_fen` stays what the buyer pays: of a line, of a supplier order (the leg of its payment), of the order. What was
-- placed before knew neither discount nor freight.

alter table ordering.order_line drop constraint order_line_check;
alter table ordering.order_line
  add column discount_fen bigint not null default 0 check (discount_fen >= 0),
  -- Of the discount, what somebody other than the supplier funds: the supplier's receivable until it is paid.
  add column funded_fen bigint not null default 0,
  add column freight_fen bigint not null default 0 check (freight_fen >= 0),
  add column goods_fen bigint not null generated always as (unit_price_fen * quantity) stored,
  add constraint funded_within_discount check (funded_fen between 0 and discount_fen),
  -- Nothing is given away: a line keeps a fen, so that every leg can be paid and every line settled.
  add constraint line_keeps_a_fen check (discount_fen < goods_fen),
  add constraint line_adds_up check (amount_fen = goods_fen - discount_fen + freight_fen);

alter table ordering.supplier_order
  add column discount_fen bigint not null default 0 check (discount_fen >= 0),
  add column freight_fen bigint not null default 0 check (freight_fen >= 0),
  add column goods_fen bigint not null generated always as (amount_fen + discount_fen - freight_fen) stored,
  -- By which dated freight template, and what was weighed: an order's freight explains itself.
  add column freight_rule jsonb,
  add constraint supplier_order_keeps_goods check (discount_fen < goods_fen);

alter table ordering.customer_order
  add column discount_fen bigint not null default 0 check (discount_fen >= 0),
  add column freight_fen bigint not null default 0 check (freight_fen >= 0),
  add column goods_fen bigint not null generated always as (amount_fen + discount_fen - freight_fen) stored,
  add constraint order_keeps_goods check (discount_fen < goods_fen);

-- A discount of a line, split over those who fund it. `promotion_id` names what gave it, as it stood when the order was placed.
create table ordering.line_discount (
  id uuid primary key default uuidv7(),
  line_id uuid not null references ordering.order_line,
  promotion_id uuid not null,
  kind text not null check (kind in ('flashPrice', 'campaignPrice', 'fullReduction', 'coupon')),
  funder_kind text not null check (funder_kind in ('supplier', 'platform', 'organisation')),
  -- The supplier itself, or the organisation; the platform has no row of its own.
  funder_id uuid,
  discount_fen bigint not null check (discount_fen > 0),
  constraint funder_named check ((funder_kind = 'platform') = (funder_id is null)),
  unique nulls not distinct (line_id, promotion_id, funder_kind, funder_id)
);
create index line_discount_funder on ordering.line_discount (funder_kind, funder_id, id) where funder_kind <> 'supplier';

-- Asked at the end of the transaction, and only of lines that have a discount: an order without one pays nothing for it.
create function ordering.discounts_add_up() returns trigger language plpgsql as $$
declare
  of_line uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if exists (
    select from ordering.order_line line
      cross join lateral (
        select coalesce(sum(discount_fen), 0) as discount, coalesce(sum(discount_fen) filter (where funder_kind <> 'supplier'), 0) as funded
          from ordering.line_discount where line_id = line.id) told
     where line.id = of_line and (told.discount <> line.discount_fen or told.funded <> line.funded_fen)) then
    raise exception 'the discounts of line % are not its discount', of_line using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger discounts_add_up after insert on ordering.order_line deferrable initially deferred
  for each row when (new.discount_fen > 0) execute function ordering.discounts_add_up('id');
create constraint trigger discounts_add_up after insert on ordering.line_discount deferrable initially deferred
  for each row execute function ordering.discounts_add_up('line_id');

create or replace view ordering.supplier_order_v as
  select id, order_id, supplier_id, state, amount_fen, shipped_at, received_at, release_due, released_at,
         goods_fen, discount_fen, freight_fen
    from ordering.supplier_order;
create or replace view ordering.order_line_v as
  select line.id, line.order_id, line.supplier_order_id, line.sku_id, line.quantity, line.unit_price_fen, line.amount_fen,
         line.product_id, line.product_slug, line.product_name, line.pack, line.net_grams, line.perishable,
         supplier_order.supplier_id, supplier_order.state, supplier_order.released_at, customer_order.number as order_number,
         customer_order.fee_rule_version, customer_order.placed_at,
         line.goods_fen, line.discount_fen, line.funded_fen, line.freight_fen
    from ordering.order_line line
    join ordering.supplier_order on supplier_order.id = line.supplier_order_id
    join ordering.customer_order on customer_order.id = line.order_id;
create view ordering.line_discount_v as
  select discount.*, line.order_id, line.supplier_order_id
    from ordering.line_discount discount join ordering.order_line line on line.id = discount.line_id;

grant select, insert on ordering.line_discount to xihuo_app;
grant select on ordering.line_discount_v to xihuo_app;
grant select on ordering.line_discount, ordering.line_discount_v to xihuo_auditor;
