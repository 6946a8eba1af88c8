import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Department } from '../../rules/review/may-act';
import type { Level } from '../../rules/review/next-step';

export const insertRecommendation = statement(
  'admission.insert_recommendation',
  `insert into admission.recommendation (application_id, round, department, signed_by, confirmed, opinion, seal_number, signed_at)
   values ($1, $2, $3, $4, $5::text[], $6, $7, $8)`,
);

export const insertLevelCheck = statement(
  'admission.insert_level_check',
  `insert into admission.level_check (application_id, round, level, signed_by, opinion, signed_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

export const insertCorrection = statement(
  'admission.insert_correction',
  `insert into admission.correction (application_id, round, requested_by, part, reason, fields, due_on, requested_at)
   values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`,
);

interface SignatureRow {
  round: number;
  signed_by: string;
  signer: string;
  opinion: string;
  signed_at: Date;
}

export const recommendationsOf = statement<
  SignatureRow & { department: Department; confirmed: string[]; seal_number: string | null }
>(
  'admission.recommendations_of',
  `select round, department, signed_by, person.display_name as signer, confirmed, opinion, seal_number, signed_at
     from admission.recommendation join identity.person_v person on person.id = signed_by
    where application_id = $1 order by signed_at, department`,
);

export const levelChecksOf = statement<SignatureRow & { level: Level }>(
  'admission.level_checks_of',
  `select round, level, signed_by, person.display_name as signer, opinion, signed_at
     from admission.level_check join identity.person_v person on person.id = signed_by
    where application_id = $1 order by signed_at`,
);

export interface CorrectionRow {
  round: number;
  requested_by: string;
  requester: string;
  reason: string;
  fields: { pointer: string; note: string }[];
  due_on: string;
  requested_at: Date;
}

export const correctionsOf = statement<CorrectionRow>(
  'admission.corrections_of',
  `select round, requested_by, person.display_name as requester, reason, fields, due_on, requested_at
     from admission.correction join identity.person_v person on person.id = requested_by
    where application_id = $1 order by round desc`,
);

export interface RecommendedRow {
  application_id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  department: Department;
  signer: string;
  signed_at: Date;
  round: number;
  state: machines.ApplicationState;
  decision_reason: string | null;
  standing: 'certified' | 'warned' | 'rectifying' | 'suspended' | 'exited' | null;
  measures: number;
}

const STANDING = `left join admission.supplier_standing_v standing
       on standing.supplier_id = application.supplier_id and application.state = 'certified'`;

/** $1 patterns of counties, $2 before which signature (instant and id of the page before), $4 rows. */
export const recommendedPage = statement<RecommendedRow>(
  'admission.recommended_page',
  `select application.id as application_id, application.supplier_id, supplier.name_zh as supplier_name, application.county_code,
          county.name as county_name, recommendation.department, person.display_name as signer, recommendation.signed_at, recommendation.round,
          application.state, application.decision_reason, standing.standing,
          (select count(*)::integer from admission.measure
            where measure.supplier_id = application.supplier_id and measure.ended_at is null) as measures
     from admission.recommendation recommendation
     join admission.application application on application.id = recommendation.application_id
     join registry.organisation_v supplier on supplier.id = application.supplier_id
     join registry.region_v county on county.code = application.county_code
     join identity.person_v person on person.id = recommendation.signed_by
     ${STANDING}
    where application.county_code like any($1::text[])
      and ($2::uuid is null or (application.id, recommendation.round, recommendation.department) < ($2, $3, $4))
    order by application.id desc, recommendation.round desc, recommendation.department desc limit $5`,
);

export interface CountyTotalsRow {
  county_code: string;
  county_name: string;
  recommended: number;
  certified: number;
  rejected: number;
  in_progress: number;
  under_measures: number;
  suspended_or_exited: number;
}

export const countyTotals = statement<CountyTotalsRow>(
  'admission.county_totals',
  `select application.county_code, county.name as county_name, count(*)::integer as recommended,
          (count(*) filter (where application.state = 'certified'))::integer as certified,
          (count(*) filter (where application.state = 'rejected'))::integer as rejected,
          (count(*) filter (where application.state not in ('certified', 'rejected', 'withdrawn')))::integer as in_progress,
          (count(*) filter (where standing.standing in ('warned', 'rectifying')))::integer as under_measures,
          (count(*) filter (where standing.standing in ('suspended', 'exited')))::integer as suspended_or_exited
     from admission.application application
     join registry.region_v county on county.code = application.county_code
     ${STANDING}
    where application.county_code like any($1::text[])
      and exists (select from admission.recommendation where application_id = application.id)
    group by application.county_code, county.name order by application.county_code`,
);

export const today = statement<{ today: string }>(
  'admission.today',
  `select (platform.business_now() at time zone 'Asia/Shanghai')::date as today`,
);
