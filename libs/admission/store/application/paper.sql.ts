import { statement } from '@xihuo/platform';
import type { DocumentRow } from './file.sql';

export const insertDocument = statement<DocumentRow>(
  'admission.insert_document',
  `insert into admission.document (id, application_id, kind, file_id, sha256, name, media_type, size_bytes, pages, valid_until, uploaded_by, uploaded_at)
   values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9, $10, $11, $12)
   returning id, kind, name, media_type, size_bytes, pages, valid_until, uploaded_at`,
);

export const removeDocument = statement<{ kind: string }>(
  'admission.remove_document',
  `update admission.document set removed_at = $3 where id = $2 and application_id = $1 and removed_at is null returning kind`,
);

/** $3 own organisations, $4 patterns of counties: as the application, so its papers. */
export const documentFor = statement<{ file_id: string; kind: string; name: string; supplier_id: string }>(
  'admission.document_for',
  `select document.file_id, document.kind, document.name, application.supplier_id
     from admission.document document join admission.application application on application.id = document.application_id
    where document.application_id = $1 and document.id = $2
      and (application.supplier_id = any($3::uuid[])
           or (application.submitted_at is not null and application.county_code like any($4::text[])))`,
);

export interface LinkedRow {
  household_id: string;
  display_name: string;
  county_code: string;
  village: string;
  model: string;
  consent_given_on: string;
  consent_text_version: string;
  consent_how: 'signature' | 'witnessed' | 'sms';
}

export const linkedPage = statement<LinkedRow>(
  'admission.linked_page',
  `select linked.household_id, household.display_name, household.county_code, household.village, linked.model,
          linked.consent_given_on, linked.consent_text_version, linked.consent_how
     from admission.linked_household linked
     join admission.application application on application.id = linked.application_id
     join registry.household_v household on household.id = linked.household_id
    where linked.application_id = $1 and application.supplier_id = any($2::uuid[]) and linked.removed_at is null
      and ($3::uuid is null or linked.household_id > $3)
    order by linked.household_id limit $4`,
);

export const unlinkHousehold = statement<{ household_id: string }>(
  'admission.unlink_household',
  `update admission.linked_household set removed_at = $3
    where application_id = $1 and household_id = $2 and removed_at is null returning household_id`,
);
