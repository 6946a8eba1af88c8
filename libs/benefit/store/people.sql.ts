import { statement } from '@xihuo/platform';

export const peopleOfHousehold = statement<{ person_id: string }>(
  'benefit.people_of_household',
  `select distinct person_id from identity.role_grant_v where role = 'farmer' and household_id = $1 order by person_id`,
);

export const peopleOfSupplier = statement<{ person_id: string }>(
  'benefit.people_of_supplier',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $1 order by person_id`,
);

/** Of suppliers, households and collectives ($1) whoever answers for each. */
export const peopleOfEach = statement<{ of_id: string; person_id: string }>(
  'benefit.people_of_each',
  `select household_id as of_id, person_id from identity.role_grant_v where role = 'farmer' and household_id = any ($1::uuid[])
    union
   select organisation_id, person_id from identity.role_grant_v where role = 'supplier' and organisation_id = any ($1::uuid[])
    order by of_id, person_id`,
);

/** The two departments over the supplier's county the supplier's county of each of some suppliers ($1): theirs may be a county, or a city or province it lies in. */
export const peopleOfCounties = statement<{ of_id: string; person_id: string }>(
  'benefit.people_of_counties',
  `select distinct supplier.id as of_id, person_id
     from registry.organisation_v supplier
     join identity.role_grant_v on role in ('countyAgriculture', 'countyRevitalisation') and starts_with(supplier.county_code, jurisdiction)
    where supplier.id = any ($1::uuid[]) order by of_id, person_id`,
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
