import type { machines, watching } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Participant } from '../../rules/four-eyes';
import type { CasePart } from '../../rules/watch/may-act';
import { ASKED_TO_LEAVE } from './asked-to-leave';
import { productNameOf } from './product-name';

export interface WatchCaseRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  product_id: string | null;
  product_name: string | null;
  ground: watching.Ground;
  source_key: string;
  summary_zh: string;
  summary_en: string;
  state: machines.CaseState;
  opened_by: string;
  opened_at: Date;
  found_on: string;
  statement_until: string | null;
  proposed_kind: 'suspension' | 'exit' | null;
  proposed_by: string | null;
  proposer_name: string | null;
  proposed_at: Date | null;
  proposal_reason: string | null;
  bar_months: number | null;
  closed_at: Date | null;
  outcome: string | null;
  row_version: number;
  participants: Participant<CasePart>[];
  spoken_by: string[];
  earlier: number;
}

const CASE = `select watch_case.id, watch_case.supplier_id, supplier.name_zh as supplier_name, watch_case.county_code,
          county.name as county_name, county.province_name, watch_case.product_id, ${productNameOf('watch_case')}, watch_case.ground, watch_case.source_key,
          watch_case.summary_zh, watch_case.summary_en, watch_case.state, watch_case.opened_by, watch_case.opened_at,
          watch_case.found_on, watch_case.statement_until, watch_case.proposed_kind, watch_case.proposed_by,
          proposer.display_name as proposer_name, watch_case.proposed_at, watch_case.proposal_reason, watch_case.bar_months,
          watch_case.closed_at, watch_case.outcome, watch_case.row_version,
          coalesce((select json_agg(json_build_object('personId', person_id, 'part', part, 'organisationIds', organisation_ids)
                                    order by acted_at, person_id, part)
                      from admission.case_part where case_id = watch_case.id), '[]') as participants,
          array(select stated_by from admission.case_statement where case_id = watch_case.id
                union ${ASKED_TO_LEAVE} asked where asked.id = watch_case.id and asked.source_key = 'exitRequest') as spoken_by,
          (select count(*)::integer from admission.watch_case before
            where before.supplier_id = watch_case.supplier_id and before.ground = watch_case.ground and before.id < watch_case.id
              and exists (select from admission.measure measure
                           where measure.case_id = before.id and measure.state <> 'annulled')) as earlier
     from admission.watch_case watch_case
     join registry.organisation_v supplier on supplier.id = watch_case.supplier_id
     join registry.region_v county on county.code = watch_case.county_code
     left join identity.person_v proposer on proposer.id = watch_case.proposed_by`;

export const lockWatchCase = statement<WatchCaseRow>(
  'admission.lock_watch_case',
  `${CASE} where watch_case.id = $1 for update of watch_case`,
);

/** $1 id, $2 patterns of county codes or null, $3 own suppliers or null: one of both opens the door. */
export const watchCaseById = statement<WatchCaseRow>(
  'admission.watch_case_by_id',
  `${CASE} where watch_case.id = $1
      and (watch_case.county_code like any($2::text[]) or watch_case.supplier_id = any($3::uuid[]))`,
);

/** $1 patterns, $2 own suppliers, $3 state, $4 supplier, $5 last id, $6 rows, $7 only what is not closed. */
export const watchCasePage = statement<WatchCaseRow>(
  'admission.watch_case_page',
  `${CASE} where (watch_case.county_code like any($1::text[]) or watch_case.supplier_id = any($2::uuid[]))
      and ($3::text is null or watch_case.state = $3) and ($4::uuid is null or watch_case.supplier_id = $4)
      and ($5::uuid is null or watch_case.id < $5) and (not $7::boolean or watch_case.state <> 'closed')
    order by watch_case.id desc limit $6`,
);

/**
 * Opens a case for each finding, or finds the open one again. Whoever is not certified, or has left, is nobody's to watch.
 * $1 findings, $2 today, $3 now, $4 who, $5 working days in which the supplier is heard.
 */
export const openWatchCases = statement<{ id: string; supplier_id: string; source_key: string; fresh: boolean }>(
  'admission.open_watch_cases',
  `insert into admission.watch_case (supplier_id, county_code, product_id, ground, source_key, facts, summary_zh, summary_en,
                                     opened_by, opened_at, found_on, statement_until)
   select finding.supplier_id, application.county_code, finding.product_id, finding.ground, finding.source_key, finding.facts,
          finding.summary_zh, finding.summary_en, $4, $3, $2::date, registry.add_working_days($2::date, $5)
     from json_to_recordset($1::json)
          as finding (supplier_id uuid, product_id uuid, ground text, source_key text, facts jsonb, summary_zh text, summary_en text)
     join admission.certification certification on certification.supplier_id = finding.supplier_id
     join admission.application application on application.id = certification.application_id
    where not exists (select from admission.measure measure
                       where measure.supplier_id = finding.supplier_id and measure.kind = 'exit' and measure.ended_at is null)
    order by finding.supplier_id, finding.source_key
   on conflict (supplier_id, source_key) where state <> 'closed'
     do update set found_on = excluded.found_on, facts = excluded.facts,
                   summary_zh = excluded.summary_zh, summary_en = excluded.summary_en
   returning id, supplier_id, source_key, xmax = 0 as fresh`,
);

export const insertPart = statement(
  'admission.insert_case_part',
  `insert into admission.case_part (case_id, person_id, part, organisation_ids, acted_at)
   values ($1, $2, $3, $4, $5) on conflict do nothing`,
);

export const touchWatchCase = statement(
  'admission.touch_watch_case',
  'update admission.watch_case set row_version = row_version + 1 where id = $1',
);

/** $2 kind, $3 who, $4 now, $5 reason, $6 months barred, $7 until when the supplier is heard. */
export const proposeOnCase = statement(
  'admission.propose_on_case',
  `update admission.watch_case
      set state = 'proposed', proposed_kind = $2, proposed_by = $3, proposed_at = $4, proposal_reason = $5, bar_months = $6,
          statement_until = $7, row_version = row_version + 1
    where id = $1`,
);

export const dropProposal = statement(
  'admission.drop_proposal',
  `update admission.watch_case
      set state = 'open', proposed_kind = null, proposed_by = null, proposed_at = null, proposal_reason = null, bar_months = null,
          row_version = row_version + 1
    where id = $1`,
);

/** $2 who, by name; $3 the person where one decided on a proposal; $4 now; $5 what became of it. */
export const closeWatchCase = statement<{ id: string }>(
  'admission.close_watch_case',
  `update admission.watch_case
      set state = 'closed', closed_by = $2, decided_by = $3, closed_at = $4, outcome = $5, row_version = row_version + 1
    where id = $1 and state <> 'closed' returning id`,
);

/** What opened it is cured: measures of machines end, and where nobody else did anything the case too. $2 now, $3 reason. */
export const closeCuredCases = statement<{ id: string }>(
  'admission.close_cured_cases',
  `update admission.watch_case watch_case
      set state = 'closed', closed_by = 'system:watching', closed_at = $2, outcome = $3, row_version = row_version + 1
    where id = any($1::uuid[]) and state = 'open'
      and not exists (select from admission.measure measure where measure.case_id = watch_case.id and measure.ended_at is null)
   returning id`,
);

export const openCaseBySource = statement<{ id: string; supplier_id: string; state: string }>(
  'admission.open_case_by_source',
  `select id, supplier_id, state from admission.watch_case
    where supplier_id = $1 and source_key = $2 and state <> 'closed' for update`,
);

export interface StatementRow {
  id: string;
  statement: string;
  file_ids: string[];
  stated_at: Date;
}

export const insertStatement = statement<{ id: string }>(
  'admission.insert_case_statement',
  `insert into admission.case_statement (case_id, statement, file_ids, stated_by, stated_at)
   values ($1, $2, $3, $4, $5) returning id`,
);

export const statementsOfCase = statement<StatementRow>(
  'admission.statements_of_case',
  'select id, statement, file_ids, stated_at from admission.case_statement where case_id = $1 order by id',
);

/** Two cases about one supplier decide about its exit one after the other. */
export const lockCertified = statement(
  'admission.lock_certified',
  'select supplier_id from admission.certification where supplier_id = $1 for update',
);

/** A supplier that was admitted, with where it is from. */
export const certifiedSupplier = statement<{ supplier_id: string; supplier_name: string; county_code: string }>(
  'admission.certified_supplier',
  `select certification.supplier_id, supplier.name_zh as supplier_name, application.county_code
     from admission.certification certification
     join admission.application application on application.id = certification.application_id
     join registry.organisation_v supplier on supplier.id = certification.supplier_id
    where certification.supplier_id = $1`,
);

/** $1 supplier, $2 from where, $3 facts, $4 and $5 words, $6 who, $7 now, $8 today, $9 until when it is public. */
export const insertExitRequest = statement<{ id: string }>(
  'admission.insert_exit_request',
  `insert into admission.watch_case (supplier_id, county_code, ground, source_key, facts, summary_zh, summary_en, opened_by,
                                     opened_at, found_on, statement_until)
   select $1, $2, 'EXT-19', 'exitRequest', $3, $4, $5, $6, $7, $8, $9
    where not exists (select from admission.measure where supplier_id = $1 and kind = 'exit' and ended_at is null)
   on conflict (supplier_id, source_key) where state <> 'closed' do nothing returning id`,
);
