import { statement } from '@xihuo/platform';
import type { Reason } from '../rules/checks';
import type { Evidence, SupplierKind } from '../rules/evidence';
import type { Criterion } from '../rules/standard';
import type { Result } from '../rules/assess';

export interface RegisterRow {
  supplier_id: string;
  name_zh: string;
  name_en: string;
  kind: SupplierKind;
  uscc: string;
  county_code: string;
  county_name: string;
  province_name: string;
  standing: 'certified' | 'warned' | 'rectifying' | 'suspended' | 'exited';
  certified_on: string;
  valid_until: string;
}

const ENTRY = `standing.supplier_id, supplier.name_zh, supplier.name_en, supplier.kind, supplier.uscc, supplier.county_code,
          county.name as county_name, county.province_name, standing.standing, standing.certified_on, standing.valid_until`;
const FROM = `from admission.supplier_standing_v standing
     join registry.organisation_v supplier on supplier.id = standing.supplier_id
     join registry.region_v county on county.code = supplier.county_code`;

/** $1 text of a name or null, $2 first two digits of a province or null, $3 last id of the page before, $4 rows. */
export const registerPage = statement<RegisterRow>(
  'admission.register_page',
  `select ${ENTRY} ${FROM}
    where ($1::text is null or supplier.name_zh ilike $1 or supplier.name_en ilike $1 or supplier.uscc = $5)
      and ($2::text is null or county.province_code = $2)
      and ($3::uuid is null or standing.supplier_id > $3)
    order by standing.supplier_id limit $4`,
);

export interface SupplierRow extends RegisterRow {
  established_on: string;
  linked_households: number;
  application_id: string;
  standard_version: string;
  evidence: Evidence;
  criteria: Criterion[];
}

export const supplierById = statement<SupplierRow>(
  'admission.supplier_by_id',
  `select ${ENTRY}, supplier.established_on, application.id as application_id, application.standard_version,
          application.evidence, standard.criteria,
          (select count(*)::int from registry.household_v household where household.supplier_id = standing.supplier_id)
            as linked_households
     ${FROM}
     join admission.certification certification on certification.supplier_id = standing.supplier_id
     join admission.application application on application.id = certification.application_id
     join admission.standard standard on standard.version = application.standard_version
    where standing.supplier_id = $1`,
);

export interface FindingRow {
  criterion: string;
  result: Result;
  check_version: string;
  facts: Reason[];
}

export const findingsOf = statement<FindingRow>(
  'admission.findings_of',
  'select criterion, result, check_version, facts from admission.finding where application_id = $1',
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
// Jurisdiction is in the query itself: what lies outside of it does not exist for the caller.
const WITHIN = 'application.county_code like any($1::text[])';

/** $1 patterns of county codes, $2 state or null, $3 last id of the page before or null, $4 rows. */
export const applicationPage = statement<ApplicationListRow>(
  'admission.application_page',
  `select ${APPLICATION} ${APPLICATIONS}
    where ${WITHIN} and ($2::text is null or application.state = $2) and ($3::uuid is null or application.id < $3)
    order by application.id desc limit $4`,
);

export const applicationById = statement<ApplicationListRow & { standard_version: string; criteria: Criterion[] }>(
  'admission.application_by_id',
  `select ${APPLICATION}, application.standard_version, standard.criteria ${APPLICATIONS}
     join admission.standard standard on standard.version = application.standard_version
    where ${WITHIN} and application.id = $2`,
);
