import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { ApplicationForm } from '../../rules/application/application-form';
import type { Evidence, LookedUp, SupplierKind } from '../../rules/evidence';

export interface FileRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  state: machines.ApplicationState;
  review_round: number;
  row_version: number;
  kind: SupplierKind;
  county_code: string;
  form: ApplicationForm;
  evidence: Evidence | null;
  standard_version: string;
  saved_at: Date | null;
  submitted_at: Date | null;
  documents: DocumentRow[];
  households: { model: string; count: number }[];
  correction: { reason: string; fields: { pointer: string; note: string }[]; due_on: string } | null;
  has_mandate: boolean;
  merchant: NonNullable<LookedUp['merchant']>;
  today: string;
}

export interface DocumentRow {
  id: string;
  kind: string;
  name: string;
  media_type: 'application/pdf' | 'image/jpeg' | 'image/png';
  size_bytes: number;
  pages: number;
  valid_until: string | null;
  uploaded_at: string;
}

const FILE = `select application.id, application.supplier_id, supplier.name_zh as supplier_name, application.state,
          application.review_round, application.row_version, application.kind, application.county_code, application.form,
          application.evidence, application.standard_version, application.saved_at, application.submitted_at,
          coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'name', name, 'media_type', media_type,
                             'size_bytes', size_bytes, 'pages', pages, 'valid_until', valid_until, 'uploaded_at', uploaded_at)
                           order by id)
                      from admission.document where application_id = application.id and removed_at is null), '[]') as documents,
          coalesce((select json_agg(json_build_object('model', model, 'count', linked) order by model)
                      from (select model, count(*) as linked from admission.linked_household
                             where application_id = application.id and removed_at is null group by model) counted), '[]') as households,
          (select json_build_object('reason', reason, 'fields', fields, 'due_on', due_on) from admission.correction
            where application_id = application.id and application.state = 'correctionsRequested'
            order by round desc limit 1) as correction,
          exists (select from admission.mandate
                   where application_id = application.id and mandate.state in ('asked', 'confirmed')) as has_mandate,
          coalesce((select state from admission.merchant_state where supplier_id = application.supplier_id), 'none') as merchant,
          (select (platform.business_now() at time zone 'Asia/Shanghai')::date) as today
     from admission.application application
     join registry.organisation_v supplier on supplier.id = application.supplier_id`;

/** $2 the reader's own organisations, $3 patterns of the counties the reader judges: outside of both it is not there. */
export const fileFor = statement<FileRow>(
  'admission.application_file_for',
  `${FILE} where application.id = $1
      and (application.supplier_id = any($2::uuid[])
           or (application.submitted_at is not null and application.county_code like any($3::text[])))`,
);

/** The own application, locked for a change. */
export const lockOwnFile = statement<FileRow>(
  'admission.lock_own_application_file',
  `${FILE} where application.id = $1 and application.supplier_id = any($2::uuid[]) for update of application`,
);

export interface OwnApplicationRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  kind: SupplierKind;
  county_code: string;
  county_name: string;
  province_name: string;
  state: machines.ApplicationState;
  saved_at: Date | null;
  submitted_at: Date | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

/** Of suppliers ($1): all, or what waits for them as `waiting_v` counts it: a `correction` or a `renewal` ($2). */
export const ownApplications = statement<OwnApplicationRow>(
  'admission.own_applications',
  `select application.id, application.supplier_id, supplier.name_zh as supplier_name, application.kind, application.county_code,
          county.name as county_name, county.province_name, application.state, application.saved_at,
          application.submitted_at, application.decided_at, application.decision_reason
     from admission.application application
     join registry.organisation_v supplier on supplier.id = application.supplier_id
     join registry.region_v county on county.code = application.county_code
    where application.supplier_id = any($1::uuid[])
      and ($2::text is null or $2 = 'correction' and application.state = 'correctionsRequested'
        or $2 = 'renewal' and exists (select from admission.renewal_v renewal where renewal.application_id = application.id))
    order by application.id desc`,
);

/** What is known of an organisation that wants to apply; and the last day of its longest bar, where one stands. */
export const applicantOf = statement<{
  kind: string;
  county_code: string | null;
  barred: boolean;
  barred_until: string | null;
}>(
  'admission.applicant_of',
  `select organisation.kind, organisation.county_code, bar.id is not null as barred, bar.ends_on as barred_until
     from registry.organisation_v organisation
     left join lateral (
       select id, ends_on from admission.measure
        where supplier_id = organisation.id and kind = 'reAdmissionBar' and ended_at is null
        order by ends_on desc nulls first limit 1) bar on true
    where organisation.id = $1`,
);

export const insertDraftApplication = statement<{ id: string }>(
  'admission.insert_draft_application',
  `insert into admission.application (supplier_id, kind, county_code, state, standard_version, created_at, created_by)
   values ($1, $2, $3, 'draft', $4, $5, $6)
   on conflict (supplier_id) where state not in ('certified', 'rejected', 'withdrawn') do nothing returning id`,
);

/** Steps that are sent take the place of what stood there; the others stay. */
export const saveForm = statement(
  'admission.save_form',
  `update admission.application set form = form || $2::jsonb, saved_at = $3, row_version = row_version + 1 where id = $1`,
);

export const submitFile = statement(
  'admission.submit_file',
  `update admission.application
      set state = $2, kind = $3, county_code = $4, evidence = $5::jsonb, standard_version = $6, submitted_at = $7,
          submitted_by = $8, stage_since = $7, row_version = row_version + 1
    where id = $1`,
);

export const insertSubmission = statement(
  'admission.insert_submission',
  `insert into admission.submission (application_id, round, evidence, standard_version, undertaking_version, submitted_by, submitted_at, judged_on, form)
   select $1, $2, $3::jsonb, $4, $5, $6, $7, $8, application.form from admission.application application where application.id = $1`,
);

export const insertRoundFindings = statement(
  'admission.insert_round_findings',
  `insert into admission.finding (application_id, round, criterion, result, check_version, facts, judged_on)
   select $1, $2, criterion, result, check_version, facts, $4
     from json_to_recordset($3::json) as finding (criterion text, result text, check_version text, facts jsonb)`,
);

/** Whoever handed it in has that part for good, also where a colleague hands in the next round. */
export const noteSubmitter = statement(
  'admission.note_submitter',
  `insert into admission.participant (application_id, person_id, part, organisation_ids, acted_at)
   values ($1, $2, 'submitter', $3::uuid[], $4)
   on conflict (application_id, person_id) do update set acted_at = excluded.acted_at`,
);

export const withdrawFile = statement(
  'admission.withdraw_file',
  `update admission.application
      set state = $2, decided_at = $3, decided_by = $4, decision_reason = $5, stage_since = $3, row_version = row_version + 1
    where id = $1`,
);

/** What registers and other contexts say today about one application: frozen with a submission, shown with a draft. */
export const lookUpFile = statement<{
  county_lists: LookedUp['countyLists'];
  mandate: LookedUp['mandate'];
  credit: LookedUp['credit'];
  merchant: NonNullable<LookedUp['merchant']>;
  account_name: string | null;
  same_code: number;
  registers: NonNullable<LookedUp['registers']>;
  agreements: NonNullable<LookedUp['agreements']>;
}>(
  'admission.look_up_file',
  `select coalesce((select json_agg(json_build_object('list', list, 'inProgramme', in_programme, 'effectiveFrom', effective_from,
                                                      'effectiveTo', effective_to) order by list, effective_from)
                      from registry.listed_county_v where region_code = $2), '[]') as county_lists,
          (select json_build_object('producerReference', producer.reference, 'producerKind', producer.kind,
                                    'certifiedUntil', standing.valid_until, 'confirmed', mandate.state = 'confirmed',
                                    'validUntil', mandate.valid_until)
             from admission.mandate mandate
             join registry.organisation_v producer on producer.id = mandate.producer_id
             left join admission.supplier_standing_v standing on standing.supplier_id = producer.id and standing.may_sell
            where mandate.application_id = application.id and mandate.state in ('asked', 'confirmed')) as mandate,
          coalesce((select case status when 'listed' then 'serious' else 'clear' end from admission.credit_snapshot
                     where supplier_id = application.supplier_id and register = 'seriousDishonesty'
                     order by queried_on desc, id desc limit 1), 'clear') as credit,
          coalesce(merchant.state, 'none') as merchant, merchant.account_name,
          (select count(*) from registry.organisation_v other
            where other.uscc = $3 and other.uscc <> '' and other.id <> application.supplier_id)::integer as same_code,
          coalesce((select json_agg(json_build_object('register', register, 'status', status, 'queriedOn', queried_on) order by register)
                      from (select distinct on (register) register, status, queried_on from admission.credit_snapshot
                             where supplier_id = application.supplier_id order by register, queried_on desc, id desc) newest), '[]') as registers,
          (select json_build_object('households', count(distinct household_id), 'models', coalesce(json_agg(distinct model), '[]'))
             from admission.reported_linkage
            where supplier_id = application.supplier_id and binds_from <= today.day and (last_day is null or last_day >= today.day)) as agreements
     from admission.application application
    cross join (select (platform.business_now() at time zone 'Asia/Shanghai')::date as day) today
     left join admission.merchant_state merchant on merchant.supplier_id = application.supplier_id
    where application.id = $1`,
);

export const isAdmitted = statement(
  'admission.is_admitted',
  'select 1 as admitted from admission.certification where supplier_id = $1',
);

export const countyFacts = statement<{ name: string; lists: LookedUp['countyLists'] }>(
  'admission.county_facts',
  `select region.name,
          coalesce((select json_agg(json_build_object('list', list, 'inProgramme', in_programme, 'effectiveFrom', effective_from,
                                                      'effectiveTo', effective_to) order by list, effective_from)
                      from registry.listed_county_v where region_code = region.code), '[]') as lists
     from registry.region_v region where region.code = $1 and region.level = 'county'`,
);

export interface SubmissionRow {
  round: number;
  evidence: Evidence;
  standard_version: string;
  judged_on: string;
}

/** What was handed in, round by round; a form is null where it was not kept. */
export const roundsOf = statement<{
  round: number;
  submitted_at: Date;
  form: ApplicationForm | null;
  papers: ResponseOf<'GET /admission/applications/{id}/rounds'>['data'][number]['papers'];
}>(
  'admission.rounds_of',
  `select round, submitted_at, form,
          coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'name', name,
                                      'uploadedAt', to_char(uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                                    order by kind, uploaded_at, id)
                      from admission.document
                     where document.application_id = submission.application_id and uploaded_at <= submission.submitted_at
                       and (removed_at is null or removed_at > submission.submitted_at)), '[]') as papers
     from admission.submission where application_id = $1 order by round`,
);

/** $2 a round, or null for the last one; $3 patterns of counties. Applications from before there were rounds have one. */
export const submissionOf = statement<SubmissionRow>(
  'admission.submission_of',
  `select handed_in.round, handed_in.evidence, handed_in.standard_version, handed_in.judged_on from (
     select submission.round, submission.evidence, submission.standard_version, submission.judged_on, submission.application_id
       from admission.submission
     union all
     select 1, application.evidence, application.standard_version,
            (application.submitted_at at time zone 'Asia/Shanghai')::date, application.id
       from admission.application
      where application.submitted_at is not null
        and not exists (select from admission.submission where application_id = application.id)
   ) handed_in
   join admission.application application on application.id = handed_in.application_id
    where application.id = $1 and ($2::integer is null or handed_in.round = $2)
      and application.submitted_at is not null and application.county_code like any($3::text[])
    order by handed_in.round desc limit 1`,
);

export const findingsOfRound = statement<{ criterion: string; result: string; check_version: string; facts: unknown }>(
  'admission.findings_of_round',
  `select criterion, result, check_version, facts from admission.finding where application_id = $1 and round = $2`,
);
