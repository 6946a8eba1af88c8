-- A lost factor waits for the second operator as long as it may be decided on: a week. Of somebody of the platform it waits from the day on
-- on which it may be done, once for each of them, and no longer once they have shown it.
create or replace view identity.waiting_v as
  with standing as (
    select held.id, held.person_id, held.role from identity.role_grant held
      join identity.person on person.id = held.person_id and person.disabled_at is null
     where held.ended_at is null and (held.until is null or held.until > platform.business_now())),
  of_platform as (
    select distinct on (person_id) id, person_id from standing
     where role in ('auditor', 'reviewer', 'operator', 'finance', 'mediator') order by person_id, id),
  asked as (
    select grant_id, null::uuid as of_person, proposed_by, proposed_at from identity.role_ending where decided_at is null
    union all
    select null, person_id, proposed_by, proposed_at from identity.factor_removal
     where decided_at is null and proposed_at > platform.business_now() - interval '7 days')
  select standing.id as grant_id, asked.proposed_at,
         array_remove(array[asked.proposed_by, case when asked.of_person is not null then standing.person_id end], null) as not_for
    from asked
    join standing on standing.id = asked.grant_id
      or (standing.person_id = asked.of_person
          and exists (select from identity.totp_secret factor where factor.person_id = standing.person_id)
          and (standing.role in ('supplier', 'countyAgriculture', 'countyRevitalisation')
                 and not exists (select from of_platform where of_platform.person_id = standing.person_id)
               or standing.id in (select id from of_platform)
                 and asked.proposed_at <= platform.business_now() - interval '1 day'
                 and not exists (select from identity.session shown
                                  where shown.person_id = standing.person_id and shown.second_factor_at > asked.proposed_at)))
   where exists (select from standing desk
                   join identity.role_grant since on since.id = desk.id and since.granted_at <= asked.proposed_at
                  where desk.person_id = asked.proposed_by and desk.role = 'operator');
