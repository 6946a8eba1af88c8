import { statement } from '@xihuo/platform';
import type { machines } from '@xihuo/contract';
import type { Participant } from '../../rules/four-eyes';
import type { Result } from '../../rules/assess';
import type { Reason } from '../../rules/checks';
import type { Evidence } from '../../rules/evidence';
import type { Department, Part } from '../../rules/review/may-act';
import type { Level } from '../../rules/review/next-step';
import type { Criterion } from '../../rules/standard';

export interface CaseRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  state: machines.ApplicationState;
  review_round: number;
  row_version: number;
  submitted_by: string | null;
  waiting_since: Date | null;
  standard_version: string;
  criteria: Criterion[];
  check_levels: Level[];
  has_city: boolean;
  producer_id: string | null;
  participants: Participant<Part>[];
  signed: Department[];
  claimed_by: string | null;
  decided_by: string[];
  held: boolean;
}

/** Of `application`: everybody who had a part in it, in the order they took it. */
export const PARTICIPANTS = `coalesce((select json_agg(json_build_object('personId', person_id, 'part', part, 'organisationIds', organisation_ids)
                                    order by acted_at, person_id)
                      from admission.participant where application_id = application.id), '[]')`;
/** The producer behind `application` of a trader. */
export const PRODUCER = `left join registry.organisation_v producer
       on producer.reference = application.evidence -> 'lookedUp' -> 'mandate' ->> 'producerReference'`;

const CASE = `select application.id, application.supplier_id, supplier.name_zh as supplier_name, application.county_code,
          county.name as county_name, application.state, application.review_round, application.row_version,
          application.submitted_by, greatest(application.stage_since, application.submitted_at) as waiting_since,
          application.standard_version, standard.criteria, standard.check_levels,
          parent.level = 'prefecture' as has_city, producer.id as producer_id,
          ${PARTICIPANTS} as participants,
          array(select department from admission.recommendation
                 where application_id = application.id and round = application.review_round order by department) as signed,
          (select reviewer_id from admission.review
            where application_id = application.id and round = application.review_round and state = 'claimed'
              and claimed_until > platform.business_now()) as claimed_by,
          array(select reviewer_id from admission.review
                 where application_id = application.id and round = application.review_round and state = 'decided'
                 order by decided_at, id) as decided_by,
          exists (select from admission.public_notice where subject_kind = 'application' and subject_id = application.id
                     and state = 'open' and held_at is not null) as held
     from admission.application application
     join admission.standard standard on standard.version = application.standard_version
     join registry.organisation_v supplier on supplier.id = application.supplier_id
     join registry.region_v county on county.code = application.county_code
     left join registry.region_v parent on parent.code = county.parent_code
     ${PRODUCER}
    where application.id = $1 and application.state <> 'draft'`;

export const caseById = statement<CaseRow>('admission.review_case', CASE);
/** A decision locks the application first: two that race see each other's. */
export const lockCase = statement<CaseRow>('admission.lock_review_case', `${CASE} for update of application`);

/** $5 whether a new round begins. Whoever read the version before does not pass. */
export const moveApplication = statement<{ row_version: number }>(
  'admission.move_application',
  `update admission.application
      set state = $2, stage_since = $3, review_round = review_round + $4, row_version = row_version + 1
    where id = $1 returning row_version`,
);

/** A signature that moves nothing yet changes what the next one is read on. */
export const touchApplication = statement<{ row_version: number }>(
  'admission.touch_application',
  'update admission.application set row_version = row_version + 1 where id = $1 returning row_version',
);

export const noteDecision = statement(
  'admission.note_decision',
  'update admission.application set decided_at = $2, decided_by = $3, decision_reason = $4 where id = $1',
);

/** Answers nothing where the person had another part: the key of the table, not the rule alone, keeps parts apart. */
export const takePart = statement<{ person_id: string }>(
  'admission.take_part',
  `insert into admission.participant as had (application_id, person_id, part, organisation_ids, acted_at)
   values ($1, $2, $3, $4::uuid[], $5)
   on conflict (application_id, person_id) do update set acted_at = excluded.acted_at, organisation_ids = excluded.organisation_ids
    where had.part = excluded.part
   returning person_id`,
);

/** From any part to none: who declares a conflict stays out for good. */
export const recuse = statement(
  'admission.recuse',
  `insert into admission.participant (application_id, person_id, part, organisation_ids, acted_at)
   values ($1, $2, 'recused', $3::uuid[], $4)
   on conflict (application_id, person_id) do update set part = 'recused', acted_at = excluded.acted_at`,
);

export interface JudgedRow {
  evidence: Evidence;
  findings: { criterion: string; result: Result; facts: Reason[] }[];
}

/** The evidence and what machines found in it when it was handed in last. */
export const judgedOf = statement<JudgedRow>(
  'admission.judged_of',
  `select application.evidence,
          coalesce((select json_agg(json_build_object('criterion', criterion, 'result', result, 'facts', facts))
                      from admission.finding
                     where application_id = application.id
                       and round = (select max(round) from admission.finding where application_id = application.id)), '[]')
            as findings
     from admission.application application where application.id = $1`,
);
