-- A statement is never opened again: what has to be put right becomes a line of the supplier's next one, proposed by one person of
-- finance and approved by another. From now on a statement goes from what the one before closed with to what the books hold: what a
-- supplier has to its credit less what it is to give back, with what was paid out between the two.

alter table ledger.account drop constraint account_code_check, add constraint account_code_check check (code in
  ('institution', 'orderClearing', 'platformFee', 'supplierPayable', 'supplierDebt', 'obligationControl', 'householdPayable',
   'refundReceivable', 'platformSubsidy', 'disputeHold', 'funderDebt', 'supplierSubsidy', 'buyerReceivable', 'buyerCredit',
   'supplierReceivable', 'platformAdjustment'));

create table settlement.adjustment (
  id uuid primary key,
  supplier_id uuid not null,
  -- What it does to what the supplier has: a refund of goods that were settled takes from it.
  amount_fen bigint not null check (amount_fen <> 0 and abs(amount_fen) <= 1000000000000),
  kind text not null check (kind in ('correction', 'lateRefund')),
  -- What it puts right, where that is one statement, or one line of it.
  about_statement_id uuid references settlement.statement,
  line_id uuid,
  reason text not null,
  evidence text not null,
  state text not null check (state in ('proposed', 'approved', 'refused', 'withdrawn', 'posted')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text,
  -- The statement that it is a line of.
  statement_id uuid references settlement.statement,
  constraint four_eyes check (case state when 'proposed' then decided_by is null when 'withdrawn' then decided_by = proposed_by
                                         else decided_by <> proposed_by end),
  constraint decided check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint stands_on_a_statement check ((state = 'posted') = (statement_id is not null)),
  constraint late_refunds_are_of_a_line check (kind = 'correction' or (line_id is not null and amount_fen < 0)),
  constraint a_line_is_of_a_statement check (line_id is null or about_statement_id is not null)
);
create index adjustment_supplier on settlement.adjustment (supplier_id, id);
create index adjustment_approved on settlement.adjustment (supplier_id, id) where state = 'approved';
create index adjustment_statement on settlement.adjustment (statement_id, id) where statement_id is not null;
create index adjustment_line on settlement.adjustment (line_id) where line_id is not null;

alter table settlement.statement
  add column adjustment_fen bigint not null default 0,
  add column late_refund_fen bigint not null default 0 check (late_refund_fen >= 0),
  -- Paid out since the statement before, less what banks sent back.
  add column payout_fen bigint not null default 0,
  -- Of what the supplier has to its credit, taken for what it is to give back: moves nothing between opening and closing.
  add column netted_fen bigint not null default 0 check (netted_fen >= 0),
  drop constraint sums_hold,
  add constraint sums_hold check (
    gross_fen - refund_fen + subsidy_fen - fee_fen - farmer_dues_fen = payable_fen
    and opening_fen + payable_fen + adjustment_fen - late_refund_fen - payout_fen = closing_fen);

-- Which payments stand on which statement. Those before there was such a column stand on none, and on none to come.
create table settlement.payout_stated (
  id uuid not null unique default uuidv7(),
  item_id uuid not null,
  event text not null check (event in ('pay', 'bounce')),
  statement_id uuid references settlement.statement,
  primary key (item_id, event),
  foreign key (item_id, event) references settlement.payout_event (item_id, event)
);
create index payout_stated_statement on settlement.payout_stated (statement_id, id);
insert into settlement.payout_stated (item_id, event)
select event.item_id, event.event from settlement.payout_event event join settlement.payout_item item on item.id = event.item_id
 where item.purpose = 'payable' and event.event in ('pay', 'bounce');

-- What a run takes of what is due to a supplier is due with the other sign: paid together, they are what it has.
alter table settlement.payout_due
  drop constraint payout_due_amount_fen_check,
  add constraint only_a_supplier_is_due_less check (amount_fen > 0 or (amount_fen < 0 and purpose = 'payable'));
alter table settlement.payout_held
  drop constraint payout_held_reason_check,
  add constraint payout_held_reason_check
    check (reason in ('noAccount', 'accountHeld', 'accountReturned', 'owesHouseholds', 'owesBack', 'standing'));

create or replace view settlement.payout_due_v as select * from settlement.payout_due;

grant select, insert on settlement.adjustment, settlement.payout_stated to xihuo_app;
grant update (state, decided_by, decided_at, decided_reason, statement_id) on settlement.adjustment to xihuo_app;
grant select on settlement.adjustment, settlement.payout_stated to xihuo_auditor;
