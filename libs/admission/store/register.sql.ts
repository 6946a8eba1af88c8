import { beyond, statement } from '@xihuo/platform';
import type { Reason } from '../rules/checks';
import type { SupplierKind } from '../rules/evidence';
import type { Criterion } from '../rules/standard';
import type { Result } from '../rules/assess';

export interface FindingRow {
  criterion: string;
  result: Result;
  check_version: string;
  facts: Reason[];
}

export const findingsOf = statement<FindingRow>(
  'admission.findings_of',
  `select criterion, result, check_version, facts from admission.finding
    where application_id = $1 and round = (select max(round) from admission.finding where application_id = $1)`,
);

export interface ApplicationListRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  kind: SupplierKind;
  county_code: string;
  county_name: string;
  province_name: string;
  state: string;
  submitted_at: Date | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

const APPLICATION = `application.id, application.supplier_id, supplier.name_zh as supplier_name, application.kind,
          application.county_code, county.name as county_name, county.province_name, application.state,
          application.submitted_at, application.decided_at, application.decision_reason`;
const APPLICATIONS = `from admission.application application
     join registry.organisation_v supplier on supplier.id = application.supplier_id
     join registry.region_v county on county.code = application.county_code`;
// Jurisdiction is in the query itself: what lies outside of it does not exist for the caller, nor what was never handed in.
const WITHIN = 'application.submitted_at is not null and application.county_code like any($1::text[])';

/** Narrowed: $2 state or null, $3 a part of the supplier's name or null. */
const ASKED = `${WITHIN} and ($2::text is null or application.state = $2)
      and ($3::text is null or strpos(lower(supplier.name_zh), lower($3)) > 0)`;

/** $1 patterns of county codes, $4 rows, $5 last id of the page before or null. */
export const applicationPage = statement<ApplicationListRow>(
  'admission.application_page',
  `select ${APPLICATION} ${APPLICATIONS}
    where ${ASKED} and ($5::uuid is null or application.id < $5)
    order by application.id desc limit $4`,
);

/** Microseconds since 1970 at which an application was handed in: its place in the list by that moment. */
export type SubmittedRow = ApplicationListRow & { place: string };

const bySubmission = (name: string, descending: boolean) =>
  statement<SubmittedRow>(
    name,
    `select ${APPLICATION}, (extract(epoch from application.submitted_at) * 1000000)::bigint::text as place ${APPLICATIONS}
      where ${ASKED} and ${beyond(['moment', 'application.submitted_at', 'application.id'], descending, ['$5', '$6'])}
      order by application.submitted_at ${descending ? 'desc' : ''}, application.id ${descending ? 'desc' : ''} limit $4`,
  );

/** $1 to $4 as above, $5 and $6 the last row's moment and id. */
export const applicationsBySubmission = {
  submitted: bySubmission('admission.applications_by_submission', false),
  '-submitted': bySubmission('admission.applications_by_submission_down', true),
} as const;

export const applicationById = statement<ApplicationListRow & { standard_version: string; criteria: Criterion[] }>(
  'admission.application_by_id',
  `select ${APPLICATION}, application.standard_version, standard.criteria ${APPLICATIONS}
     join admission.standard standard on standard.version = application.standard_version
    where ${WITHIN} and application.id = $2`,
);
