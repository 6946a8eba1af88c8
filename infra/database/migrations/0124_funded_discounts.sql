-- What a discount somebody else funds is worth to the supplier: owed by the funder from the run that settles the line, in proportion
-- to the goods that were not given back; the supplier's receivable until the funder pays, and part of the line's net from then on.

alter table ledger.account drop constraint account_code_check, add constraint account_code_check check (code in
  ('institution', 'orderClearing', 'platformFee', 'supplierPayable', 'supplierDebt', 'obligationControl', 'householdPayable',
   'refundReceivable', 'platformSubsidy', 'disputeHold', 'funderDebt', 'supplierSubsidy'));

-- Of what a run takes of a line: what goods brought, without their freight, and what a funder has paid of its discounts.
alter table settlement.line
  add column goods_fen bigint not null default 0,
  add column subsidy_fen bigint not null default 0 check (subsidy_fen >= 0);
update settlement.line settled
   set goods_fen = (gross_fen - refund_fen) - div((gross_fen - refund_fen)::numeric * bought.freight_fen, bought.amount_fen)::bigint
  from ordering.order_line bought where bought.id = settled.line_id;
alter table settlement.line
  drop constraint line_gross_fen_check,
  drop constraint nothing_lost,
  add constraint something_is_settled check (gross_fen >= 0 and gross_fen + subsidy_fen > 0),
  add constraint goods_within_net check (goods_fen between 0 and gross_fen - refund_fen),
  add constraint nothing_lost check (farmer_dues_fen + payable_fen <= gross_fen - refund_fen + subsidy_fen - fee_fen);

alter table settlement.statement
  add column subsidy_fen bigint not null default 0,
  add column subsidy_owed_fen bigint not null default 0 check (subsidy_owed_fen >= 0),
  drop constraint sums_hold,
  add constraint sums_hold check (
    gross_fen - refund_fen + subsidy_fen - fee_fen - farmer_dues_fen = payable_fen and opening_fen + payable_fen = closing_fen);
alter table settlement.run
  add column subsidy_fen bigint not null default 0,
  drop constraint whole_is_its_parts,
  add constraint whole_is_its_parts check (gross_fen + subsidy_fen = fee_fen + farmer_dues_fen + payable_fen);

-- A funder's debt for one discount of one line, from one run; of a line that is settled in parts, one a part.
create table settlement.subsidy (
  id uuid primary key default uuidv7(),
  line_id uuid not null,
  discount_id uuid not null,
  run_id uuid not null references settlement.run,
  supplier_id uuid not null,
  funder_kind text not null check (funder_kind in ('platform', 'organisation')),
  funder_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  received_fen bigint not null default 0,
  rule_version text not null,
  constraint funder_named check ((funder_kind = 'platform') = (funder_id is null)),
  constraint never_more_than_owed check (received_fen between 0 and amount_fen),
  unique (discount_id, run_id),
  foreign key (line_id, run_id) references settlement.line (line_id, run_id)
);
create index subsidy_line on settlement.subsidy (line_id);
create index subsidy_supplier on settlement.subsidy (supplier_id, id);
create index subsidy_open on settlement.subsidy (funder_kind, funder_id, id) where received_fen < amount_fen;

-- Money of a funder that has reached the institution, and which debts it pays: the oldest first.
create table settlement.subsidy_receipt (
  id uuid primary key,
  funder_kind text not null check (funder_kind in ('platform', 'organisation')),
  funder_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  -- The bank's own name of the movement: the same money is entered once.
  bank_reference text not null unique,
  received_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  constraint funder_named check ((funder_kind = 'platform') = (funder_id is null))
);
create table settlement.subsidy_part (
  subsidy_id uuid not null references settlement.subsidy,
  receipt_id uuid not null references settlement.subsidy_receipt,
  line_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  received_on date not null,
  primary key (subsidy_id, receipt_id)
);
create index subsidy_part_line on settlement.subsidy_part (line_id);

-- Released parts of which something may still be settled; a hold that ends and a subsidy that comes open a part once more. So the
-- question what is due reads what is open and not all that ever was.
alter table ordering.supplier_order add column settled_at timestamptz;
update ordering.supplier_order part set settled_at = part.released_at
 where part.state = 'released'
   and not exists (
     select from ordering.order_line line
       left join ordering.line_progress progress on progress.line_id = line.id
      cross join lateral (select count(*) as parts, coalesce(sum(gross_fen), 0) as fen
                            from settlement.line done where done.line_id = line.id) settled
      cross join lateral (select coalesce(sum(coalesce(refund_fen, held_fen)), 0) as fen
                            from ordering.line_hold where line_hold.line_id = line.id) kept
      where line.supplier_order_id = part.id
        and line.amount_fen > settled.fen + kept.fen + case settled.parts when 0 then coalesce(progress.refund_fen, 0) else 0 end);
create index supplier_order_unsettled on ordering.supplier_order (released_at, id) where state = 'released' and settled_at is null;

create or replace view ordering.order_line_v as
  select line.id, line.order_id, line.supplier_order_id, line.sku_id, line.quantity, line.unit_price_fen, line.amount_fen,
         line.product_id, line.product_slug, line.product_name, line.pack, line.net_grams, line.perishable,
         supplier_order.supplier_id, supplier_order.state, supplier_order.released_at, customer_order.number as order_number,
         customer_order.fee_rule_version, customer_order.placed_at,
         line.goods_fen, line.discount_fen, line.funded_fen, line.freight_fen, supplier_order.settled_at
    from ordering.order_line line
    join ordering.supplier_order on supplier_order.id = line.supplier_order_id
    join ordering.customer_order on customer_order.id = line.order_id;

create or replace view settlement.line_v as select * from settlement.line;
create or replace view settlement.run_v as select * from settlement.run;
create view settlement.subsidy_v as select * from settlement.subsidy;

grant select, insert on settlement.subsidy, settlement.subsidy_receipt, settlement.subsidy_part to xihuo_app;
grant update (received_fen) on settlement.subsidy to xihuo_app;
grant select on settlement.subsidy_v to xihuo_app;
grant select on settlement.subsidy, settlement.subsidy_receipt, settlement.subsidy_part, settlement.subsidy_v to xihuo_auditor;
