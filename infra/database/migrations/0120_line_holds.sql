-- What of a line is in dispute is held, to the fen, and the rest of the line goes on as ever: it is released, and settled in a
-- run of its own. A line can therefore be settled in parts; what is left of a hold is a later part.

create table ordering.line_hold (
  id uuid primary key default uuidv7(),
  line_id uuid not null references ordering.order_line,
  supplier_order_id uuid not null references ordering.supplier_order,
  -- Whose it is: a dispute, by its id.
  source_kind text not null,
  source_id uuid not null,
  held_fen bigint not null check (held_fen > 0),
  -- Once it is over: what of it goes back to the buyer.
  refund_fen bigint,
  held_at timestamptz not null,
  closed_at timestamptz,
  constraint never_more_than_held check (refund_fen between 0 and held_fen),
  check ((closed_at is null) = (refund_fen is null)),
  unique (source_kind, source_id, line_id)
);
create index line_hold_line on ordering.line_hold (line_id);
-- One quarrel about a line at a time.
create unique index line_hold_open on ordering.line_hold (line_id) where closed_at is null;

create view ordering.line_hold_v as select * from ordering.line_hold;

grant select, insert on ordering.line_hold to xihuo_app;
grant update (refund_fen, closed_at) on ordering.line_hold to xihuo_app;
grant select on ordering.line_hold_v to xihuo_app;
grant select on ordering.line_hold, ordering.line_hold_v to xihuo_auditor;

-- An account a dispute: it can never give more than was put in.
alter table ledger.account drop constraint account_code_check, add constraint account_code_check check (code in
  ('institution', 'orderClearing', 'platformFee', 'supplierPayable', 'supplierDebt', 'obligationControl', 'householdPayable',
   'refundReceivable', 'platformSubsidy', 'disputeHold'));

alter table settlement.portion drop constraint portion_line_id_fkey, drop constraint portion_pkey;
alter table settlement.line
  add column part smallint not null default 1 check (part > 0),
  drop constraint line_pkey,
  add primary key (line_id, part),
  add constraint once_a_run unique (line_id, run_id);
alter table settlement.portion
  add primary key (line_id, lot_id, run_id),
  add foreign key (line_id, run_id) references settlement.line (line_id, run_id);
create or replace view settlement.line_v as select * from settlement.line;
