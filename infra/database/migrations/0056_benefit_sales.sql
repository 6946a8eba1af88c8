-- Whose harvest was sold, kept sale by sale: so that a delivery which was only witnessed, held or put right on the day of a run has
-- its second rebate in a later one, once, and so that what is given back to the buyer later takes its part of the rebate with it.

-- Of what a lot was made, in grams of the lot: an act's losses fall on all that went into it, by weight.
create view trace.lot_made_of_v as
  select output.lot_id, input.lot_id as source_lot_id,
         sum(output.grams::numeric(50, 30) * input.grams / processing.input_grams) as grams
    from trace.processing_output output
    join trace.processing_input input on input.processing_id = output.processing_id
    join trace.processing on processing.id = output.processing_id
   group by output.lot_id, input.lot_id;

-- The first row of what was brought: all its corrections are of one root.
create or replace view trace.delivery_v as
  select id, lot_id, household_id, grams, delivered_on, confirmed_at, supplier_id, state, grade, price_fen_per_kg, yield_grams,
         coalesce(root_id, id) as root_id
    from trace.delivery where counts;
create index delivery_standing on trace.delivery (coalesce(root_id, id)) where counts;

-- What was handed down by a run as sold of one lot.
create table benefit.sale (
  -- The digest of run and lot.
  id uuid primary key,
  run_id uuid not null,
  lot_id uuid not null,
  supplier_id uuid not null,
  goods_fen bigint not null check (goods_fen > 0),
  refunded_fen bigint not null default 0,
  constraint sale_once unique (run_id, lot_id),
  constraint never_more_back_than_sold check (refunded_fen between 0 and goods_fen)
);
create table benefit.sale_line (
  sale_id uuid not null references benefit.sale,
  line_id uuid not null,
  -- What the buyer paid for it, fee and freight in it; and of that, for goods.
  paid_fen bigint not null check (paid_fen >= goods_fen),
  goods_fen bigint not null check (goods_fen > 0),
  refunded_fen bigint not null default 0,
  primary key (sale_id, line_id),
  constraint never_more_back_than_sold check (refunded_fen between 0 and goods_fen)
);
create index sale_line_line on benefit.sale_line (line_id);

-- What of a sale came from one delivery, by weight on the day of the run; and what of that has had its rebate. Fractions of a fen.
create table benefit.sale_part (
  sale_id uuid not null references benefit.sale,
  -- The first row of the delivery, and the lot it was brought into.
  root_id uuid not null,
  lot_id uuid not null,
  yield_grams bigint not null check (yield_grams > 0),
  base_fen numeric(38, 12) not null,
  owed_fen numeric(38, 12) not null default 0,
  primary key (sale_id, root_id),
  constraint never_more_owed_than_sold check (owed_fen between 0 and base_fen)
);
create index sale_part_open on benefit.sale_part (sale_id, root_id) where owed_fen < base_fen;

-- Of which sale a rebate is, and what of the sale had not gone back when it was reckoned.
create table benefit.rebate (
  obligation_id uuid primary key references benefit.obligation,
  sale_id uuid not null references benefit.sale,
  goods_fen bigint not null check (goods_fen > 0)
);
create index rebate_sale on benefit.rebate (sale_id);

-- A source may be owed in parts: a delivery as far as agreements take it, and the rest once one does; a sale as deliveries stand.
alter table benefit.obligation
  add part smallint not null default 1 check (part > 0),
  -- The delivery that it is about in the end, also where it was added after an objection.
  add delivery_id uuid,
  drop constraint owed_once,
  add constraint owed_once unique nulls not distinct (source_kind, source_id, kind, payee_id, agreement_id, part);
alter table benefit.coverage
  add part smallint not null default 1 check (part > 0),
  drop constraint coverage_pkey,
  add primary key (delivery_id, agreement_id, part);

with recursive about (id, delivery_id) as (
  select id, source_id from benefit.obligation where source_kind = 'delivery'
  union all
  select added.id, about.delivery_id from about
    join benefit.contest on contest.obligation_id = about.id
    join benefit.obligation added on added.source_kind = 'contest' and added.source_id = contest.id
)
update benefit.obligation set delivery_id = about.delivery_id from about where obligation.id = about.id;
create index obligation_delivery on benefit.obligation (delivery_id) where delivery_id is not null;

grant select on trace.lot_made_of_v to xihuo_app, xihuo_auditor;
grant select, insert on benefit.sale, benefit.sale_line, benefit.sale_part, benefit.rebate to xihuo_app;
grant update (refunded_fen) on benefit.sale, benefit.sale_line to xihuo_app;
grant update (owed_fen) on benefit.sale_part to xihuo_app;
grant select on benefit.sale, benefit.sale_line, benefit.sale_part, benefit.rebate to xihuo_auditor;
