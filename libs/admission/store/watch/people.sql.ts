import { statement } from '@xihuo/platform';

/** Whoever acts for these suppliers, and both departments of the county each is from. */
export const peopleAround = statement<{
  supplier_id: string;
  supplier_name: string;
  own: string[];
  county: string[];
}>(
  'admission.watch_people_around',
  `select supplier.id as supplier_id, supplier.name_zh as supplier_name,
          array(select distinct person_id from identity.role_grant_v
                 where role = 'supplier' and organisation_id = supplier.id order by person_id) as own,
          array(select distinct person_id from identity.role_grant_v
                 where role in ('countyAgriculture', 'countyRevitalisation') and jurisdiction = supplier.county_code
                 order by person_id) as county
     from registry.organisation_v supplier where supplier.id = any($1::uuid[])`,
);
