-- A refund of a line that was settled takes its part of the line's second rebates back also where these were funded, as long as they
-- are not paid and on no payout list: the household has so much less to come, and the supplier, which bears the refund, so much less to give.

-- What of the shares of a debt by one run went back for one such refund (source_id): shares themselves are never changed.
create table benefit.share_back (
  obligation_id uuid not null references benefit.obligation,
  run_id uuid not null,
  source_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  rule_version text not null,
  primary key (source_id, obligation_id, run_id)
);
create index share_back_obligation on benefit.share_back (obligation_id, run_id);
create view benefit.share_back_v as
  select back.obligation_id, back.run_id, back.source_id, back.amount_fen, back.rule_version, obligation.supplier_id, obligation.payee_id
    from benefit.share_back back join benefit.obligation on obligation.id = back.obligation_id;

alter table settlement.adjustment
  drop constraint adjustment_kind_check,
  add constraint adjustment_kind_check check (kind in ('correction', 'lateRefund', 'writeOff', 'subsidyBack', 'subsidyOff', 'rebateBack')),
  add constraint rebates_come_back_to_the_supplier check (kind <> 'rebateBack' or (line_id is not null and amount_fen > 0));

-- What goes back of what is due to a household is due with the other sign, as what a supplier gives back is.
alter table settlement.payout_due
  add column adjustment_id uuid references settlement.adjustment,
  drop constraint payout_due_run_id_supplier_id_payee_id_purpose_key,
  add constraint due_once unique nulls not distinct (run_id, supplier_id, payee_id, purpose, adjustment_id),
  drop constraint only_a_supplier_is_due_less,
  add constraint less_is_due_for_a_reason
    check (amount_fen > 0 or (amount_fen < 0 and (purpose = 'payable' or (purpose = 'share' and adjustment_id is not null))));
create or replace view settlement.payout_due_v as select * from settlement.payout_due;

grant select, insert on benefit.share_back to xihuo_app;
grant select on benefit.share_back_v to xihuo_app;
grant select on benefit.share_back, benefit.share_back_v to xihuo_auditor;
