import { statement } from '@xihuo/platform';

/** Everybody of many households at once. */
export const peopleOfHouseholds = statement<{ person_id: string }>(
  'benefit.people_of_households',
  `select distinct person_id from identity.role_grant_v
    where role = 'farmer' and household_id = any ($1::uuid[]) order by person_id`,
);
