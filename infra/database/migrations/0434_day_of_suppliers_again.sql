-- What a supplier owes back is no money to come.
create or replace view settlement.waiting_v as
  select 'runs' as what, null::uuid as supplier_id, null::timestamptz as due_at, null::uuid as statement_id
    from settlement.run where state <> 'posted'
  union all
  select 'payouts', null, null, null from settlement.payout_run where state = 'drawn'
  union all
  select 'accounts', null, null, null from settlement.payee_account where state = 'proposed'
  union all
  select 'adjustments', null, null, null from settlement.adjustment where state = 'proposed'
  union all
  select 'unpaid', due.supplier_id, null, statement.id
    from settlement.payout_due due
    join settlement.statement on statement.run_id = due.run_id and statement.supplier_id = due.supplier_id
    left join settlement.payout_item item on item.id = due.item_id
   where due.purpose = 'payable' and due.amount_fen > 0 and due.payee_id = due.supplier_id and item.state is distinct from 'paid';

-- Who began a form has applied for nothing yet: the reminder stays until it is handed in.
create or replace view admission.renewal_v as
  select certification.supplier_id, certification.application_id, certification.valid_until
    from admission.certification
   where certification.valid_until <= (platform.business_now() at time zone 'Asia/Shanghai')::date + 90
     and not exists (select from admission.application later
                      where later.supplier_id = certification.supplier_id and later.id > certification.application_id
                        and later.state not in ('draft', 'rejected', 'withdrawn'))
     and not exists (select from admission.measure
                      where measure.supplier_id = certification.supplier_id and measure.kind = 'exit' and measure.ended_at is null);

-- An admission holds on its last day too, and is late from the next one on.
create or replace view admission.waiting_v as
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
  select 'measures', measure.supplier_id, supplier.county_code, (rectification.due_on + 1)::timestamp at time zone 'Asia/Shanghai'
    from admission.measure measure join registry.organisation_v supplier on supplier.id = measure.supplier_id
    left join admission.rectification rectification
      on rectification.measure_id = measure.id and rectification.state in ('open', 'planned', 'overdue')
   where measure.state = 'inForce'
  union all
  select 'applicationsBack', application.supplier_id, application.county_code,
         (asked.due_on + 1)::timestamp at time zone 'Asia/Shanghai'
    from admission.application application
    left join lateral (select due_on from admission.correction
                        where application_id = application.id order by round desc limit 1) asked on true
   where application.state = 'correctionsRequested'
  union all
  select 'renewals', supplier_id, null, (valid_until + 1)::timestamp at time zone 'Asia/Shanghai' from admission.renewal_v
  union all
  select 'mandates', producer_id, null, null from admission.mandate where state = 'asked'
  union all
  -- A statement is heard until its day; what follows is decided without it.
  select 'casesOpen', supplier_id, county_code,
         case when statement_until >= (platform.business_now() at time zone 'Asia/Shanghai')::date
              then (statement_until + 1)::timestamp at time zone 'Asia/Shanghai' end
    from admission.watch_case where state <> 'closed'
  union all
  select 'rechecksOpen', supplier_id, county_code, (due_on + 1)::timestamp at time zone 'Asia/Shanghai'
    from admission.recheck where state in ('open', 'missed')
  union all
  select 'papersEnding', certificate.supplier_id, supplier.county_code, (certificate.valid_until + 1)::timestamp at time zone 'Asia/Shanghai'
    from admission.certificate certificate join registry.organisation_v supplier on supplier.id = certificate.supplier_id
   where certificate.state = 'valid' and certificate.valid_until <= (platform.business_now() at time zone 'Asia/Shanghai')::date + 30;
