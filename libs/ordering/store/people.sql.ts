import { statement } from '@xihuo/platform';

/** Who acts for a supplier and is told of its orders. */
export const peopleOfSupplier = statement<{ person_id: string }>(
  'ordering.people_of_supplier',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $1 order by person_id`,
);
