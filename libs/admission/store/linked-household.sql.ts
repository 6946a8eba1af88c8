import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface LinkingApplication {
  id: string;
  supplier_id: string;
  state: machines.ApplicationState;
  /** Its supplier is admitted already, so that its households may be owed money. */
  admitted: boolean;
}

export const lockLinkingApplication = statement<LinkingApplication>(
  'admission.lock_linking_application',
  `select id, supplier_id, state,
          exists (select from admission.certification where supplier_id = application.supplier_id) as admitted
     from admission.application where id = $1 for update of application`,
);

/** Households of one supplier, by the reference that their ID number makes. */
export const linkedReferences = statement<{ reference: string }>(
  'admission.linked_references',
  `select household.reference
     from admission.linked_household linked
     join registry.household_v household on household.id = linked.household_id
    where linked.application_id = $1 and linked.removed_at is null and household.reference = any ($2)`,
);

/** A household that was taken off comes back with its new consent; entered again while it is linked, it has the one it gave last. */
export const insertLinks = statement(
  'admission.insert_links',
  `insert into admission.linked_household
     (application_id, household_id, model, consent_given_on, consent_text_version, consent_how, added_by, added_at)
   select $1, household_id, model, given_on, text_version, how, $7, $8
     from unnest($2::uuid[], $3::text[], $4::date[], $5::text[], $6::text[]) as link (household_id, model, given_on, text_version, how)
   on conflict (application_id, household_id) do update
      set model = excluded.model, consent_given_on = excluded.consent_given_on,
          consent_text_version = excluded.consent_text_version, consent_how = excluded.consent_how,
          added_by = excluded.added_by, added_at = excluded.added_at, removed_at = null`,
);

export const touchApplication = statement<{ row_version: number }>(
  'admission.touch_application',
  'update admission.application set row_version = row_version + 1 where id = $1 returning row_version',
);

/** Counties by their code, their name, or province and name, as people write them; several where a name is not unique. */
export const countiesNamed = statement<{ word: string; codes: string[] }>(
  'admission.counties_named',
  `with county as materialized (select code, name, province_name from registry.region_v where level = 'county'),
        wanted as materialized (select word from unnest($1::text[]) as word)
   select word, array_agg(distinct code) as codes
     from (select word, code from wanted join county on county.code = word
           union all select word, code from wanted join county on county.name = word
           union all select word, code from wanted join county on county.province_name || county.name = word) as found
    group by word`,
);
