-- What lies beside a household, for the history at the foot of its page, and what adjusts a statement or was posted on it.
create or replace view trace.delivery_owner_v as
  select id, supplier_id, household_id from trace.delivery;
create or replace view benefit.work_owner_v as
  select work.id, agreement.supplier_id, agreement.household_id
    from benefit.work_record work join benefit.agreement on agreement.id = work.agreement_id;
create or replace view settlement.adjustment_v as
  select id, kind, supplier_id, line_id, amount_fen, state, about_statement_id, statement_id from settlement.adjustment;

-- What lies in no county: notes are left of what is there alone.
create view catalogue.house_thing_v as
  select 'campaign' as kind, id::text as id from catalogue.campaign
  union all select 'venue', id::text from catalogue.venue
  union all select 'brand', id::text from catalogue.brand
  union all select 'fair', id::text from catalogue.fair
  union all select 'synonymGroup', id::text from catalogue.synonym_group
  union all select 'indication', id::text from catalogue.indication;
create view ordering.house_thing_v as
  select 'promotion' as kind, id::text as id from ordering.promotion
  union all select 'bankTransfer', id::text from ordering.bank_transfer
  union all select 'transferReturn', id::text from ordering.transfer_return;
create view settlement.house_thing_v as
  select 'payoutRun' as kind, id::text as id from settlement.payout_run
  union all select 'payoutBatch', id::text from settlement.payout_batch
  union all select 'settlementRun', id::text from settlement.run;
create view payment.house_thing_v as
  select 'difference' as kind, id::text as id from payment.difference;
create view admission.house_thing_v as
  select 'edition' as kind, number::text as id from admission.catalogue_edition
  union all select 'standard', version from admission.standard
  union all select 'standard', version from admission.standard_draft;
create view registry.house_thing_v as
  select 'organisation' as kind, id::text as id from registry.organisation
  union all select 'setting', key from registry.policy
  union all select 'setting', key from registry.policy_proposal;
grant select on catalogue.house_thing_v, ordering.house_thing_v, settlement.house_thing_v, payment.house_thing_v,
  admission.house_thing_v, registry.house_thing_v to xihuo_app, xihuo_auditor;
