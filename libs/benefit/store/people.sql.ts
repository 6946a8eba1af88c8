import { statement } from '@xihuo/platform';

export const peopleOfHousehold = statement<{ person_id: string }>(
  'benefit.people_of_household',
  `select distinct person_id from identity.role_grant_v where role = 'farmer' and household_id = $1 order by person_id`,
);

export const peopleOfSupplier = statement<{ person_id: string }>(
  'benefit.people_of_supplier',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $1 order by person_id`,
);

/** The two departments over the supplier's county: theirs may be a county, or a city or province it lies in. */
export const peopleOfCounty = statement<{ person_id: string }>(
  'benefit.people_of_county',
  `select distinct person_id from identity.role_grant_v
    where role in ('countyAgriculture', 'countyRevitalisation')
      and starts_with((select county_code from registry.organisation_v where id = $1), jurisdiction) order by person_id`,
);

/** A supplier somebody acts for ($2) or over which somebody reads ($3, patterns of county codes). */
export const readableSupplier = statement<{ id: string; county_code: string }>(
  'benefit.readable_supplier',
  `select id, county_code from registry.organisation_v
    where id = $1 and (id = any ($2::uuid[]) or county_code like any ($3::text[]))`,
);

/** Whoever answers for a payee: the people of a household, or the clerks of a collective. */
export const peopleOfPayee = statement<{ person_id: string }>(
  'benefit.people_of_payee',
  `select distinct person_id from identity.role_grant_v
    where (role = 'farmer' and household_id = $1) or (role = 'supplier' and organisation_id = $1) order by person_id`,
);
