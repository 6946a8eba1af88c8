-- What goes back of a line after it was settled gives those who funded its discount their part back: what they have not paid they owe no
-- more, what they have paid the supplier owes, and it pays what they owe next. And of a supplier that leaves, what a funder does not pay
-- is taken off the books by two people.
alter table ledger.account drop constraint account_code_check, add constraint account_code_check check (code in
  ('institution', 'orderClearing', 'platformFee', 'supplierPayable', 'supplierDebt', 'obligationControl', 'householdPayable',
   'refundReceivable', 'platformSubsidy', 'disputeHold', 'funderDebt', 'supplierSubsidy', 'buyerReceivable', 'buyerCredit',
   'supplierReceivable', 'platformAdjustment', 'funderCredit'));

alter table settlement.adjustment
  drop constraint adjustment_kind_check,
  add constraint adjustment_kind_check check (kind in ('correction', 'lateRefund', 'writeOff', 'subsidyBack', 'subsidyOff')),
  drop constraint late_refunds_are_of_a_line,
  add constraint late_refunds_are_of_a_line
    check (kind not in ('lateRefund', 'subsidyBack') or (line_id is not null and amount_fen < 0)),
  drop constraint write_offs_are_of_no_line,
  add constraint write_offs_are_of_no_line
    check (kind not in ('writeOff', 'subsidyOff') or (line_id is null and about_statement_id is null and amount_fen > 0));

alter table settlement.subsidy
  -- Of what is owed, what was never paid and is not owed any more.
  add column withdrawn_fen bigint not null default 0,
  drop constraint never_more_than_owed,
  add constraint never_more_than_owed check (received_fen >= 0 and withdrawn_fen >= 0 and received_fen + withdrawn_fen <= amount_fen);
drop index settlement.subsidy_open;
create index subsidy_open on settlement.subsidy (funder_kind, funder_id, id) where received_fen + withdrawn_fen < amount_fen;

-- What one approval took of one debt of a funder: of what was not paid, and of what was.
create table settlement.subsidy_back (
  subsidy_id uuid not null references settlement.subsidy,
  adjustment_id uuid not null references settlement.adjustment,
  withdrawn_fen bigint not null check (withdrawn_fen >= 0),
  paid_fen bigint not null check (paid_fen >= 0),
  rule_version text not null,
  primary key (subsidy_id, adjustment_id),
  constraint something_goes_back check (withdrawn_fen + paid_fen > 0)
);

alter table settlement.subsidy_receipt
  -- Paid out of what suppliers gave back to the funder: no money came.
  add column from_credit boolean not null default false;

grant select, insert on settlement.subsidy_back to xihuo_app;
grant update (withdrawn_fen) on settlement.subsidy to xihuo_app;
grant select on settlement.subsidy_back to xihuo_auditor;
