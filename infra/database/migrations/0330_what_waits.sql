-- What waits for somebody, of each context in one view, so that a morning's desk is counted by one statement. `what` is the name of the
-- list it stands in; whoever counts asks for the same rows as that list does.
create view ordering.waiting_v as
  select 'toShip' as what, supplier_id, null::timestamptz as due_at from ordering.supplier_order where state = 'toShip'
  union all
  select 'claims', supplier_id, due_at from ordering.after_sale where due_at is not null
  union all
  select 'invoices', request.supplier_id,
         (least(request.due_on, request.red_due_on) + 1)::timestamp at time zone 'Asia/Shanghai'
    from ordering.invoice_request request
   where (request.state in ('requested', 'contested') or request.red_due_on is not null)
     and exists (select from ordering.invoice_item paid join ordering.supplier_order part on part.id = paid.supplier_order_id
                  where paid.request_id = request.id and part.state not in ('awaitingPayment', 'cancelled'))
  union all
  select 'transfers', null, null from ordering.bank_transfer where matched_at is null and ended is null
  union all
  select 'returns', null, null from ordering.transfer_return where state = 'proposed';

create view dispute.waiting_v as
  select 'disputes' as what, dispute.supplier_id, null as county_code, null::uuid as person_id,
         (dispute.due_on + 1)::timestamp at time zone 'Asia/Shanghai' as due_at
    from dispute.dispute_case dispute
   where dispute.ended_at is null
     and (dispute.waiting_for = 'supplier' or (dispute.state = 'evidence' and not dispute.supplier_done) or dispute.state = 'decided')
  union all
  select 'mediation', dispute.supplier_id, supplier.county_code, dispute.mediator_id,
         (dispute.due_on + 1)::timestamp at time zone 'Asia/Shanghai'
    from dispute.dispute_case dispute join registry.organisation_v supplier on supplier.id = dispute.supplier_id
   where dispute.state in ('evidence', 'mediating', 'appealed', 'referred');

create view catalogue.waiting_v as
  select case change.state when 'submitted' then 'changes' else 'changesBack' end as what, change.supplier_id, supplier.county_code,
         null::timestamptz as due_at
    from catalogue.listing_change change join registry.organisation_v supplier on supplier.id = change.supplier_id
   where change.state in ('submitted', 'changesRequested') and change.submitted_at is not null;

create view settlement.waiting_v as
  select 'runs' as what from settlement.run where state <> 'posted'
  union all
  select 'payouts' from settlement.payout_run where state = 'drawn'
  union all
  select 'accounts' from settlement.payee_account where state = 'proposed'
  union all
  select 'adjustments' from settlement.adjustment where state = 'proposed';

-- Where money of a supplier or a household goes, held back or not.
create view settlement.paid_to_v as
  select distinct payee_id from settlement.payee_account where state = 'confirmed';

create view ordering.freight_set_v as
  select distinct supplier_id from ordering.freight_template;

create view payment.waiting_v as
  select 'differences' as what, provider from payment.difference where state <> 'closed';

-- Letters laid aside, those of one fault together, as the list of them does.
create view platform.waiting_v as
  select 'deadLetters' as what from platform.dead_letter group by consumer, event_name, error limit 100;

create view admission.waiting_v as
  select case when application.state = 'submitted' then 'recommending'
              when application.state = 'countyRecommended' and 'city' = any(standard.check_levels)
                   and parent.level = 'prefecture' then 'checkingCity'
              when application.state in ('countyRecommended', 'cityChecked') and 'province' = any(standard.check_levels)
                   then 'checkingProvince'
              else 'reviewing' end as what,
         application.supplier_id, application.county_code, null::timestamptz as due_at
    from admission.application application
    join admission.standard standard on standard.version = application.standard_version
    join registry.region_v county on county.code = application.county_code
    left join registry.region_v parent on parent.code = county.parent_code
   where application.state in ('submitted', 'countyRecommended', 'cityChecked', 'provinceChecked', 'underReview')
  union all
  select case state when 'submitted' then 'dossiers' else 'dossiersBack' end, supplier_id, county_code, null
    from admission.product_dossier where state in ('submitted', 'correctionsRequested')
  union all
  select case state when 'submitted' then 'stamping' when 'countyStamped' then 'recognitions' else 'recognitionsBack' end,
         supplier_id, county_code, null
    from admission.recognition where state in ('submitted', 'countyStamped', 'correctionsRequested')
  union all
  select 'inspections', supplier_id, county_code, (planned_on + 1)::timestamp at time zone 'Asia/Shanghai'
    from admission.inspection where state = 'planned'
  union all
  select 'objections', notice.supplier_id, notice.county_code, null
    from admission.objection objection join admission.public_notice notice on notice.id = objection.notice_id
   where objection.state = 'open'
  union all
  select 'certificates', certificate.supplier_id, supplier.county_code, null
    from admission.certificate certificate join registry.organisation_v supplier on supplier.id = certificate.supplier_id
   where certificate.state = 'handedIn'
  union all
  select 'rechecks', supplier_id, county_code, null from admission.recheck where state = 'answered'
  union all
  select 'proposals', supplier_id, county_code, null from admission.watch_case where state = 'proposed'
  union all
  select 'appeals', measure.supplier_id, supplier.county_code, (appeal.due_on + 1)::timestamp at time zone 'Asia/Shanghai'
    from admission.appeal appeal join admission.measure measure on measure.id = appeal.measure_id
    join registry.organisation_v supplier on supplier.id = measure.supplier_id
   where appeal.state = 'filed'
  union all
  select 'measures', measure.supplier_id, supplier.county_code, null
    from admission.measure measure join registry.organisation_v supplier on supplier.id = measure.supplier_id
   where measure.state = 'inForce';

grant select on ordering.waiting_v, dispute.waiting_v, catalogue.waiting_v, settlement.waiting_v, payment.waiting_v, platform.waiting_v,
  admission.waiting_v, settlement.paid_to_v, ordering.freight_set_v to xihuo_app, xihuo_auditor;
