import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Department } from '../../rules/recognition/may-decide';

type Evidence = ResponseOf<'GET /admission/recognitions/{id}'>['files'];

export interface RecognitionRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  product_id: string;
  product_name: string;
  category: string;
  county_code: string;
  county_name: string;
  province_name: string;
  state: machines.RecognitionState;
  issuer_kind: 'county' | 'association';
  issuer_name: string;
  scheme: string;
  certificate_number: string | null;
  evidence: Evidence;
  stamp_department: Department | null;
  stamped_at: Date | null;
  recognised_on: string | null;
  valid_until: string | null;
  ended_at: Date | null;
  reason: string | null;
  submitted_at: Date;
  row_version: number;
}

export interface RecognitionFileRow extends RecognitionRow {
  dossier_id: string;
  dossier_version: number;
  submitted_by: string;
  submitted_name: string | null;
  stamped_by: string | null;
  stamped_name: string | null;
  stamp_number: string | null;
  stamp_opinion: string | null;
  checked_by: string | null;
  checked_name: string | null;
  checked_at: Date | null;
  check_opinion: string | null;
  corrections: { pointer: string; note: string }[] | null;
}

const RECOGNITION = `recognition.id, recognition.supplier_id, supplier.name_zh as supplier_name, recognition.product_id,
          dossier.product_name, dossier.category, recognition.county_code, county.name as county_name, county.province_name,
          recognition.state, recognition.issuer_kind, recognition.issuer_name, recognition.scheme,
          recognition.certificate_number, recognition.evidence, recognition.stamp_department, recognition.stamped_at,
          recognition.recognised_on, recognition.valid_until, recognition.ended_at, recognition.reason, recognition.submitted_at,
          recognition.row_version`;
const FROM = `from admission.recognition recognition
     join admission.product_dossier dossier on dossier.id = recognition.dossier_id
     join registry.organisation_v supplier on supplier.id = recognition.supplier_id
     join registry.region_v county on county.code = recognition.county_code`;
const WITHIN = '(recognition.county_code like any($1::text[]) or recognition.supplier_id = any($2::uuid[]))';
// The public knows of a recognition from the notice on; what was refused before it is between those who decide and the supplier.
const PUBLIC = `recognition.checked_by is not null and recognition.state not in ('correctionsRequested', 'submitted', 'countyStamped')`;

/** $1 supplier or null, $2 product or null, $3 province or null, $4 last id of the page before or null, $5 rows. */
export const publicPage = statement<RecognitionRow>(
  'admission.public_recognitions',
  `select ${RECOGNITION} ${FROM}
    where recognition.state = 'recognised'
      and recognition.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
      and ($1::uuid is null or recognition.supplier_id = $1) and ($2::uuid is null or recognition.product_id = $2)
      and ($3::text is null or county.province_code = $3) and ($4::uuid is null or recognition.id < $4)
    order by recognition.id desc limit $5`,
);

export const publicById = statement<RecognitionRow>(
  'admission.public_recognition',
  `select ${RECOGNITION} ${FROM} where recognition.id = $1 and ${PUBLIC}`,
);

/** $3 state or null, $4 last id of the page before or null, $5 rows. */
export const recognitionPage = statement<RecognitionRow>(
  'admission.recognition_page',
  `select ${RECOGNITION} ${FROM}
    where ${WITHIN} and ($3::text is null or recognition.state = $3) and ($4::uuid is null or recognition.id < $4)
    order by recognition.id desc limit $5`,
);

const FILE = `select ${RECOGNITION}, recognition.dossier_id, dossier.version as dossier_version,
          recognition.submitted_by, submitter.display_name as submitted_name, recognition.stamped_by,
          stamper.display_name as stamped_name, recognition.stamp_number, recognition.stamp_opinion, recognition.checked_by,
          checker.display_name as checked_name, recognition.checked_at, recognition.check_opinion, recognition.corrections
     ${FROM}
     left join identity.person_v submitter on submitter.id = recognition.submitted_by
     left join identity.person_v stamper on stamper.id = recognition.stamped_by
     left join identity.person_v checker on checker.id = recognition.checked_by`;

export const recognitionById = statement<RecognitionFileRow>(
  'admission.recognition_by_id',
  `${FILE} where ${WITHIN} and recognition.id = $3`,
);
export const lockRecognition = statement<RecognitionFileRow>(
  'admission.lock_recognition',
  `${FILE} where recognition.id = $1 for update of recognition`,
);

/** The dossier that allows a product to be sold, and where the goods come from. */
export const approvedDossier = statement<{
  id: string;
  county_code: string;
  county_name: string;
  product_name: string;
}>(
  'admission.approved_dossier',
  `select dossier.id, dossier.county_code, county.name as county_name, dossier.product_name
     from admission.product_dossier dossier
     join registry.region_v county on county.code = dossier.county_code
    where dossier.supplier_id = $1 and dossier.product_id = $2 and dossier.state = 'approved'
    for share of dossier`,
);

/** Nothing where one is under way already. */
export const insertRecognition = statement<{ id: string }>(
  'admission.insert_recognition',
  `insert into admission.recognition (supplier_id, product_id, dossier_id, county_code, issuer_kind, issuer_name, scheme,
                                      certificate_number, evidence, submitted_by, submitted_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11)
   on conflict (supplier_id, product_id)
     where state in ('submitted', 'countyStamped', 'publicNotice', 'correctionsRequested') do nothing
   returning id`,
);

/** Handed in again: what was stamped was something else, so it is stamped anew. */
export const resubmitRecognition = statement(
  'admission.resubmit_recognition',
  `update admission.recognition
      set state = 'submitted', dossier_id = $2, county_code = $3, issuer_kind = $4, issuer_name = $5, scheme = $6,
          certificate_number = $7, evidence = $8::jsonb, submitted_by = $9, submitted_at = $10, stamp_department = null,
          stamped_by = null, stamped_at = null, stamp_number = null, stamp_opinion = null, corrections = null, reason = null,
          row_version = row_version + 1
    where id = $1`,
);

export const stampRecognition = statement(
  'admission.stamp_recognition',
  `update admission.recognition
      set state = 'countyStamped', stamp_department = $2, stamped_by = $3, stamped_at = $4, stamp_number = $5,
          stamp_opinion = $6, row_version = row_version + 1
    where id = $1`,
);

export const checkRecognition = statement(
  'admission.check_recognition',
  `update admission.recognition
      set state = 'publicNotice', checked_by = $2, checked_at = $3, check_opinion = $4, row_version = row_version + 1
    where id = $1`,
);

/** Sent back or ended, with the reason and, where it is sent back, the fields. */
export const closeRecognition = statement(
  'admission.close_recognition',
  `update admission.recognition
      set state = $2, reason = $3, corrections = $4::jsonb, ended_by = case when $2 <> 'correctionsRequested' then $5 end,
          ended_at = case when $2 <> 'correctionsRequested' then $6::timestamptz end, row_version = row_version + 1
    where id = $1`,
);

/** The one in force gives way in the same moment in which the next one holds. */
export const supersedeRecognition = statement(
  'admission.supersede_recognition',
  `update admission.recognition older
      set state = 'superseded', ended_by = $2, ended_at = $3, row_version = older.row_version + 1
     from admission.recognition newer
    where newer.id = $1 and older.supplier_id = newer.supplier_id and older.product_id = newer.product_id
      and older.state = 'recognised'`,
);

export const recogniseRow = statement(
  'admission.recognise',
  `update admission.recognition
      set state = 'recognised', recognised_on = $2, valid_until = $3, row_version = row_version + 1 where id = $1`,
);

export interface DueRecognition {
  id: string;
  supplier_id: string;
  product_name: string;
  county_code: string;
  row_version: number;
  stamped_by: string | null;
  checked_by: string | null;
}

/**
 * Notices of recognitions that ended without an objection unanswered; what another worker has in hand is passed over. What may not be
 * sold at this moment waits: the mark is for what is on the shelf, and a hold that is lifted lets it go on.
 */
export const dueRecognitions = statement<DueRecognition>(
  'admission.due_recognitions',
  `select recognition.id, recognition.supplier_id, dossier.product_name, recognition.county_code, recognition.row_version,
          recognition.stamped_by, recognition.checked_by
     from admission.public_notice notice
     join admission.recognition recognition on recognition.id = notice.subject_id and recognition.state = 'publicNotice'
     join admission.product_dossier dossier on dossier.id = recognition.dossier_id
     join admission.listing_right_v listing
       on listing.supplier_id = recognition.supplier_id and listing.product_id = recognition.product_id and listing.may_sell
    where notice.subject_kind = 'recognition' and notice.state = 'open' and notice.ends_on < $1
      and not exists (select from admission.objection where notice_id = notice.id and state = 'open')
    order by notice.ends_on, notice.id limit $2 for update of notice, recognition skip locked`,
);

export const lapseRecognitions = statement<{
  id: string;
  supplier_id: string;
  county_code: string;
  row_version: number;
  valid_until: string;
  product_name: string;
}>(
  'admission.lapse_recognitions',
  `with due as (
     select id from admission.recognition where state = 'recognised' and valid_until < $1
      order by valid_until, id limit $3 for update skip locked
   )
   update admission.recognition recognition
      set state = 'lapsed', ended_by = 'system:recognition', ended_at = $2, row_version = recognition.row_version + 1
     from due, admission.product_dossier dossier
    where recognition.id = due.id and dossier.id = recognition.dossier_id
   returning recognition.id, recognition.supplier_id, recognition.county_code, recognition.row_version,
             recognition.valid_until, dossier.product_name`,
);
