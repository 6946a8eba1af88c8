import { statement } from '@xihuo/platform';
import type { Reason } from '../../rules/checks';
import type { Evidence } from '../../rules/evidence';
import type { Result } from '../../rules/assess';

export interface JudgedRow {
  supplier_id: string;
  evidence: Evidence;
  results: Record<string, Result>;
}

/** Admitted suppliers with their evidence and how it was judged, in order; $1 the last one before, or null, $2 rows. */
export const judgedPage = statement<JudgedRow>(
  'admission.judged_page',
  `select certification.supplier_id, application.evidence,
          coalesce((select json_object_agg(finding.criterion, finding.result) from admission.finding finding
                     where finding.application_id = application.id and finding.round = application.review_round), '{}') as results
     from (select supplier_id, application_id from admission.certification
            where $1::uuid is null or supplier_id > $1 order by supplier_id limit $2) certification
     join admission.application application on application.id = certification.application_id
    order by certification.supplier_id`,
);

/** $1 standard, $2 suppliers whose differences are written anew. */
export const forgetDifferences = statement(
  'admission.forget_differences',
  'delete from admission.reassessment_difference where standard_version = $1 and supplier_id = any($2::uuid[])',
);

export const insertDifferences = statement(
  'admission.insert_differences',
  `insert into admission.reassessment_difference (standard_version, supplier_id, criterion, before, after, facts, judged_on)
   select $1, supplier_id, criterion, before, after, facts, $3
     from json_to_recordset($2::json)
          as difference (supplier_id uuid, criterion text, before text, after text, facts jsonb)`,
);

export interface DifferenceRow {
  supplier_id: string;
  supplier_name: string;
  criterion: string;
  before: Result | null;
  after: Result;
  facts: Reason[];
  judged_on: string;
}

/** $1 standard, $2 patterns of county codes, $3 result it comes to, $4 last supplier, $5 rows. */
export const differencePage = statement<DifferenceRow>(
  'admission.difference_page',
  `select difference.supplier_id, supplier.name_zh as supplier_name, difference.criterion, difference.before, difference.after,
          difference.facts, difference.judged_on
     from admission.reassessment_difference difference
     join registry.organisation_v supplier on supplier.id = difference.supplier_id
    where difference.standard_version = $1 and supplier.county_code like any($2::text[])
      and ($3::text is null or difference.after = $3)
      and ($4::uuid is null or difference.supplier_id > $4)
    order by difference.supplier_id, difference.criterion limit $5`,
);

export const askReassessment = statement(
  'admission.ask_reassessment',
  `insert into admission.reassessment (standard_version, as_of, asked_by, asked_at) values ($1, $2, $3, $4)
   on conflict (standard_version, as_of)
     do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at, done_at = null, suppliers = null, differences = null`,
);

export interface ReassessmentRow {
  standard_version: string;
  as_of: string;
  asked_at: Date;
  done_at: Date | null;
  suppliers: number | null;
  differences: number | null;
}

export const newestReassessment = statement<ReassessmentRow>(
  'admission.newest_reassessment',
  `select standard_version, as_of, asked_at, done_at, suppliers, differences from admission.reassessment
    where standard_version = $1 order by asked_at desc limit 1`,
);

export const waitingReassessments = statement<ReassessmentRow>(
  'admission.waiting_reassessments',
  `select standard_version, as_of, asked_at, done_at, suppliers, differences from admission.reassessment
    where done_at is null order by asked_at`,
);

/** $3 when it was asked: asked again meanwhile, it is done again. */
export const noteReassessed = statement(
  'admission.note_reassessed',
  `update admission.reassessment set done_at = platform.business_now(), suppliers = $4, differences = $5
    where standard_version = $1 and as_of = $2 and asked_at = $3`,
);
