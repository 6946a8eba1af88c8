-- What waits for a supplier beside orders and corrections: what runs out, what ends, what is owed to households and still to come from the
-- platform, and everything with a day of its own. As before, `what` is the list that it stands in, and the list narrows by the same rows.

-- Days before the end of its shelf life from which food is near it (临期): the six steps that Beijing has grocers go by since 2012, as other
-- places do; of what keeps for a fortnight at most a quarter of its days, four at most and one at least.
create function trace.near_end_days(shelf_life_days integer) returns integer language sql immutable parallel safe
begin atomic
  select case when shelf_life_days >= 365 then 45 when shelf_life_days >= 180 then 30 when shelf_life_days >= 90 then 20
              when shelf_life_days >= 30 then 10 when shelf_life_days >= 16 then 5
              else greatest(1, least(4, shelf_life_days / 4)) end;
end;

create view trace.waiting_v as
  select 'lotsEnding' as what, lot.supplier_id, (lot.produced_on + product.shelf_life_days + 1)::timestamp at time zone 'Asia/Shanghai' as due_at,
         lot.id as lot_id
    from trace.lot join catalogue.product_v product on product.id = lot.product_id
   where lot.state <> 'recalled' and lot.received_grams > lot.shipped_grams + lot.processed_grams + lot.lost_grams
     and lot.produced_on + product.shelf_life_days - trace.near_end_days(product.shelf_life_days)
           <= (platform.business_now() at time zone 'Asia/Shanghai')::date
  union all
  select 'recalls', supplier_id, null, null from trace.recall where state = 'open';

create view benefit.waiting_v as
  select case contest.state when 'open' then 'contests' else 'contestsRaised' end as what, contest.supplier_id, supplier.county_code,
         case contest.state when 'open' then (contest.answer_by + 1)::timestamp at time zone 'Asia/Shanghai' end as due_at
    from benefit.contest join registry.organisation_v supplier on supplier.id = contest.supplier_id
   where contest.state in ('open', 'escalated')
  union all
  select 'held', held.supplier_id, supplier.county_code, null
    from benefit.held_delivery held join trace.delivery_v delivery on delivery.id = held.delivery_id
    join registry.organisation_v supplier on supplier.id = held.supplier_id
   where held.released_at is null;

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
   where due.purpose = 'payable' and due.payee_id = due.supplier_id and item.state is distinct from 'paid';

create or replace view dispute.waiting_v as
  select 'disputes' as what, dispute.supplier_id, null as county_code, null::uuid as person_id,
         (dispute.due_on + 1)::timestamp at time zone 'Asia/Shanghai' as due_at
    from dispute.dispute_case dispute
   where dispute.ended_at is null
     and (dispute.waiting_for = 'supplier' or (dispute.state = 'evidence' and not dispute.supplier_done) or dispute.state = 'decided')
  union all
  select 'mediation', dispute.supplier_id, supplier.county_code, dispute.mediator_id,
         (dispute.due_on + 1)::timestamp at time zone 'Asia/Shanghai'
    from dispute.dispute_case dispute join registry.organisation_v supplier on supplier.id = dispute.supplier_id
   where dispute.state in ('evidence', 'mediating', 'appealed', 'referred')
  union all
  select 'reviews', review.supplier_id, null, null, null from dispute.review where review.reply is null;

-- A question is about a product: whoever offers it answers, the first of them.
create view dispute.open_question_v as
  select id, product_id from dispute.question where answer is null;

create or replace view catalogue.waiting_v as
  select case change.state when 'submitted' then 'changes' else 'changesBack' end as what, change.supplier_id, supplier.county_code,
         null::timestamptz as due_at, null::uuid as product_id
    from catalogue.listing_change change join registry.organisation_v supplier on supplier.id = change.supplier_id
   where change.state in ('submitted', 'changesRequested') and change.submitted_at is not null
  union all
  select distinct 'runningOut', offer.supplier_id, null, null::timestamptz, offer.product_id
    from catalogue.offer_v offer where offer.for_sale and offer.stock_state <> 'inStock';

-- Admissions that end within ninety days, or have ended, with nothing applied for since; whoever left has nothing to renew.
create view admission.renewal_v as
  select certification.supplier_id, certification.application_id, certification.valid_until
    from admission.certification
   where certification.valid_until <= (platform.business_now() at time zone 'Asia/Shanghai')::date + 90
     and not exists (select from admission.application later
                      where later.supplier_id = certification.supplier_id and later.id > certification.application_id
                        and later.state not in ('rejected', 'withdrawn'))
     and not exists (select from admission.measure
                      where measure.supplier_id = certification.supplier_id and measure.kind = 'exit' and measure.ended_at is null);

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
  select 'renewals', supplier_id, null, valid_until::timestamp at time zone 'Asia/Shanghai' from admission.renewal_v
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

grant select on trace.waiting_v, benefit.waiting_v, dispute.open_question_v, admission.renewal_v to xihuo_app, xihuo_auditor;
