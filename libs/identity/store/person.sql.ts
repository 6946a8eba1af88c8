import { statement } from '@xihuo/platform';
import type { Role } from '@xihuo/contract';
import type { GrantRow } from './session.sql';
import { STANDS } from './stands';

export const insertPerson = statement<{ id: string }>(
  'identity.insert_person',
  'insert into identity.person (id, display_name, created_at) values (coalesce($1, uuidv7()), $2, $3) returning id',
);

export const disablePersonRow = statement<{ id: string }>(
  'identity.disable_person',
  'update identity.person set disabled_at = $2 where id = $1 and disabled_at is null returning id',
);

export const findCredential = statement<{ person_id: string; password_phc: string }>(
  'identity.find_credential',
  `select credential.person_id, credential.password_phc
     from identity.credential
     join identity.person on person.id = credential.person_id
    where credential.login = $1 and person.disabled_at is null`,
);

export const putCredential = statement(
  'identity.put_credential',
  `insert into identity.credential (person_id, login, password_phc, changed_at) values ($1, $2, $3, $4)
   on conflict (person_id) do update
     set login = excluded.login, password_phc = excluded.password_phc, changed_at = excluded.changed_at`,
);

/** Only the cost rose, the password is the same; one changed in between must not come back. */
export const rehashCredential = statement(
  'identity.rehash_credential',
  'update identity.credential set password_phc = $3 where person_id = $1 and password_phc = $2',
);

/** The one before it is kept. */
export const putPhoneLink = statement(
  'identity.put_phone_link',
  `with kept as (
     insert into identity.former_phone (person_id, phone_index, phone_sealed, replaced_at)
     select person_id, phone_index, phone_sealed, $4 from identity.phone_link where person_id = $1 and phone_index <> $2
     on conflict (person_id, phone_index) do update set replaced_at = excluded.replaced_at)
   insert into identity.phone_link (person_id, phone_index, phone_sealed, linked_at) values ($1, $2, $3, $4)
   on conflict (person_id) do update
     set phone_index = excluded.phone_index, phone_sealed = excluded.phone_sealed, linked_at = excluded.linked_at`,
);

export const peopleOnPhone = statement<{ id: string; display_name: string }>(
  'identity.people_on_phone',
  `select person.id, person.display_name
     from identity.phone_link
     join identity.person on person.id = phone_link.person_id
    where phone_link.phone_index = $1 and person.disabled_at is null
    order by person.display_name, person.id`,
);

/** Whoever makes an account for a phone goes one by one: two codes at once are one person. */
export const lockPhone = statement(
  'identity.lock_phone',
  `select pg_advisory_xact_lock(hashtextextended('identity.phone ' || encode($1::bytea, 'hex'), 0))`,
);

export const phonesOf = statement<{ person_id: string; phone_sealed: Buffer }>(
  'identity.phones_of',
  `select phone_link.person_id, phone_link.phone_sealed
     from identity.phone_link
     join identity.person on person.id = phone_link.person_id
    where person.id = any($1::uuid[]) and person.disabled_at is null
    order by phone_link.person_id`,
);

/** Phones that people had until some time after $2. */
export const formerPhonesOf = statement<{ person_id: string; phone_sealed: Buffer }>(
  'identity.former_phones_of',
  `select former.person_id, former.phone_sealed
     from identity.former_phone former
     join identity.person on person.id = former.person_id
    where person.id = any($1::uuid[]) and former.replaced_at > $2 and person.disabled_at is null
    order by former.person_id, former.replaced_at`,
);

export const insertGrant = statement<{ id: string }>(
  'identity.insert_grant',
  `insert into identity.role_grant (person_id, role, organisation_id, jurisdiction, household_id, granted_at, granted_by)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (person_id, role, organisation_id, jurisdiction, household_id) where ended_at is null do nothing
   returning id`,
);

/** What somebody may act as; nothing once they are disabled. */
export const grantsNow = statement<GrantRow>(
  'identity.grants_now',
  `select role, organisation_id as "organisationId", jurisdiction, household_id as "householdId"
     from identity.role_grant
     join identity.person on person.id = role_grant.person_id and person.disabled_at is null
    where role_grant.person_id = $1 and ${STANDS('role_grant')} order by role_grant.id`,
);

/** The name of somebody ($1) who works on the console ($4 its roles): to everybody of the house ($2), else to those who act for the same ($3). */
export const colleagueNamed = statement<{ display_name: string }>(
  'identity.colleague_named',
  `select person.display_name from identity.person
    where person.id = $1 and exists (
      select from identity.role_grant held
       where held.person_id = person.id and held.role = any ($4::text[])
         and ($2::boolean or held.organisation_id = any ($3::uuid[])))`,
);

export const endGrantsOfRole = statement<{ id: string }>(
  'identity.end_grants_of_role',
  `update identity.role_grant set ended_at = $3, ended_by = $4
    where person_id = $1 and role = $2 and ended_at is null returning id`,
);

/** Names are registry's, joined now and kept nowhere else. */
export const describePerson = statement<{
  display_name: string;
  has_factor: boolean;
  preferences: { elder: boolean | null };
  grants: {
    role: Role;
    organisation: { id: string; name: string } | null;
    jurisdiction: { code: string; name: string } | null;
  }[];
}>(
  'identity.describe_person',
  `select person.display_name,
          exists (select from identity.totp_secret factor where factor.person_id = person.id) as has_factor,
          json_build_object('elder', preference.elder) as preferences,
          coalesce((select json_agg(json_build_object(
                             'role', role_grant.role,
                             'organisation', case when organisation.id is not null
                               then json_build_object('id', organisation.id, 'name', case when $2::boolean then organisation.name_zh
                                                              else coalesce(organisation.name_en, organisation.name_zh) end) end,
                             'jurisdiction', case when role_grant.jurisdiction is not null
                               then json_build_object('code', rpad(role_grant.jurisdiction, 6, '0'),
                                                      'name', coalesce(region.name, role_grant.jurisdiction)) end)
                             order by role_grant.id)
                      from identity.role_grant
                      left join registry.organisation_v organisation on organisation.id = role_grant.organisation_id
                      left join registry.region_v region on region.code = rpad(role_grant.jurisdiction, 6, '0')
                     where role_grant.person_id = person.id and ${STANDS('role_grant')}), '[]') as grants
     from identity.person left join identity.preference on preference.person_id = person.id
    where person.id = $1`,
);
