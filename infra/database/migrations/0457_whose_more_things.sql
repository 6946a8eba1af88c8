-- Whose a delivery, a record of work and an account to be paid to are, for the history at the foot of their pages; and what adjusts a statement.
create view trace.delivery_owner_v as
  select id, supplier_id from trace.delivery;
create view benefit.work_owner_v as
  select work.id, agreement.supplier_id from benefit.work_record work join benefit.agreement on agreement.id = work.agreement_id;
create view settlement.payee_account_v as
  select id, payee_kind, payee_id from settlement.payee_account;
create or replace view settlement.adjustment_v as
  select id, kind, supplier_id, line_id, amount_fen, state, about_statement_id from settlement.adjustment;
grant select on trace.delivery_owner_v, benefit.work_owner_v, settlement.payee_account_v to xihuo_app, xihuo_auditor;
