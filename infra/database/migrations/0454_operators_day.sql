-- What waits for a second operator, and for whoever verifies what was put right: each with when it began to wait.
create view registry.proposal_waiting_v as
  select key, effective_from, proposed_by, proposed_at from registry.policy_proposal where state = 'proposed';
grant select on registry.proposal_waiting_v to xihuo_app;

-- Ends of roles of the platform, and factors that are lost, of those alone who still are what they were; what somebody proposed who is
-- no operator any more waits for nobody. `not_for` decides neither, having proposed it, nor about their own factor.
create view identity.waiting_v as
  with standing as (
    select held.id, held.person_id, held.role from identity.role_grant held
      join identity.person on person.id = held.person_id and person.disabled_at is null
     where held.ended_at is null and (held.until is null or held.until > platform.business_now())),
  asked as (
    select grant_id, null::uuid as of_person, proposed_by, proposed_at from identity.role_ending where decided_at is null
    union all
    select null, person_id, proposed_by, proposed_at from identity.factor_removal where decided_at is null)
  select standing.id as grant_id, asked.proposed_at,
         array_remove(array[asked.proposed_by, case when asked.of_person is not null then standing.person_id end], null) as not_for
    from asked
    join standing on standing.id = asked.grant_id
      or (standing.person_id = asked.of_person and standing.role in ('supplier', 'countyAgriculture', 'countyRevitalisation')
          and exists (select from identity.totp_secret factor where factor.person_id = standing.person_id)
          and not exists (select from standing of_platform
                           where of_platform.person_id = standing.person_id
                             and of_platform.role in ('auditor', 'reviewer', 'operator', 'finance', 'mediator')))
   where exists (select from standing desk
                   join identity.role_grant since on since.id = desk.id and since.granted_at <= asked.proposed_at
                  where desk.person_id = asked.proposed_by and desk.role = 'operator');
grant select on identity.waiting_v to xihuo_app;

create view admission.to_verify_v as
  select measure.supplier_id, supplier.county_code, rectification.reported_at
    from admission.rectification
    join admission.measure on measure.id = rectification.measure_id and measure.state = 'inForce'
    join registry.organisation_v supplier on supplier.id = measure.supplier_id
   where rectification.state = 'reported';
grant select on admission.to_verify_v to xihuo_app;
