import { statement } from '@xihuo/platform';

/** Everybody who acts for one of these suppliers. */
export const peopleOfSuppliers = statement<{ person_id: string }>(
  'admission.people_of_suppliers',
  `select distinct person_id from identity.role_grant_v
    where role = 'supplier' and organisation_id = any($1::uuid[]) order by person_id`,
);
