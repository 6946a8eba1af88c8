import { statement } from '@xihuo/platform';

/** Whoever acts for the supplier, and everybody who had a part in the application; never who declared a conflict. */
export const peopleOfApplication = statement<{ person_id: string; of_supplier: boolean }>(
  'admission.people_of_application',
  `select person_id, bool_or(of_supplier) as of_supplier from (
     select held.person_id, true as of_supplier
       from admission.application application
       join identity.role_grant_v held on held.role = 'supplier' and held.organisation_id = application.supplier_id
      where application.id = $1
     union all
     select person_id, part = 'submitter' from admission.participant where application_id = $1 and part <> 'recused'
     union all
     select submitted_by, true from admission.application where id = $1 and submitted_by is not null
   ) concerned group by person_id order by person_id`,
);

/** Whoever has a role for a county; $3 how many digits the jurisdiction must have, or null. */
export const peopleOfRole = statement<{ person_id: string }>(
  'admission.people_of_role',
  `select distinct person_id from identity.role_grant_v
    where role = any($1::text[]) and $2 like coalesce(jurisdiction, '') || '%'
      and ($3::integer is null or length(coalesce(jurisdiction, '')) = $3)
    order by person_id`,
);
