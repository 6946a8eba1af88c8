import { statement } from '@xihuo/platform';

/** As people write a name: spaces and letter case make nobody another. */
const PLAIN = (name: string) => `lower(regexp_replace(${name}, '\\s', '', 'g'))`;

/**
 * Which party to a thing carries the name $3: whoever acts for the supplier $1, or is of one of the households $2; and whether an
 * officer, $4, gives another name than its own.
 */
export const partyNamed = statement<{ party: 'supplier' | 'household' | 'somebodyElse' }>(
  'identity.party_named',
  `select case known.role when 'supplier' then 'supplier' else 'household' end as party
     from identity.role_grant_v known join identity.person_v person on person.id = known.person_id
    where ((known.role = 'supplier' and known.organisation_id = $1)
           or (known.role = 'farmer' and known.household_id = any ($2::uuid[])))
      and ${PLAIN('person.display_name')} = ${PLAIN('$3::text')}
   union all
   select 'household' from registry.household_v household
    where household.id = any ($2::uuid[]) and ${PLAIN('household.display_name')} = ${PLAIN('$3::text')}
   union all
   select 'somebodyElse' from identity.person_v person
    where person.id = $4::uuid and ${PLAIN('person.display_name')} <> ${PLAIN('$3::text')}
   limit 1`,
);
