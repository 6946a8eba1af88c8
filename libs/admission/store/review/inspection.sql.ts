import { statement } from '@xihuo/platform';
import type { Participant } from '../../rules/four-eyes';
import type { CreditRegister } from '../../rules/review/approvable';
import type { Part } from '../../rules/review/may-act';
import { PARTICIPANTS, PRODUCER } from './case.sql';

export interface InspectionRow {
  id: string;
  row_version: number;
  application_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  state: 'planned' | 'reported' | 'cancelled';
  order_reason: string;
  planned_on: string;
  inspector: string | null;
  visited_on: string | null;
  place: string | null;
  findings: { item: string; result: 'pass' | 'fail' | 'notApplicable'; note: string }[];
  result: 'pass' | 'improve' | 'fail' | null;
  summary: string | null;
  file_ids: string[];
  closed_at: Date | null;
  cancel_reason: string | null;
  supplier_id: string;
  producer_id: string | null;
  submitted_by: string | null;
  participants: Participant<Part>[];
}

export const insertInspection = statement<{ id: string }>(
  'admission.insert_inspection',
  `insert into admission.inspection (application_id, supplier_id, county_code, ordered_by, order_reason, planned_on)
   values ($1, $2, $3, $4, $5, $6) returning id`,
);

const INSPECTION = `select inspection.id, inspection.row_version, inspection.application_id, supplier.name_zh as supplier_name,
          inspection.county_code, county.name as county_name, inspection.state, inspection.order_reason, inspection.planned_on,
          person.display_name as inspector, inspection.visited_on, inspection.place, inspection.findings, inspection.result,
          inspection.summary, inspection.file_ids, inspection.closed_at, inspection.cancel_reason, inspection.supplier_id,
          producer.id as producer_id, application.submitted_by, ${PARTICIPANTS} as participants
     from admission.inspection inspection
     join admission.application application on application.id = inspection.application_id
     ${PRODUCER}
     join registry.organisation_v supplier on supplier.id = inspection.supplier_id
     join registry.region_v county on county.code = inspection.county_code
     left join identity.person_v person on person.id = inspection.inspector_id`;

/** $1 patterns of counties, $2 state, $3 the last id of the page before, $4 rows. */
export const inspectionPage = statement<InspectionRow>(
  'admission.inspection_page',
  `${INSPECTION} where inspection.county_code like any($1::text[]) and inspection.state = $2
      and ($3::uuid is null or inspection.id < $3) order by inspection.id desc limit $4`,
);
export const inspectionById = statement<InspectionRow>(
  'admission.inspection_by_id',
  `${INSPECTION} where inspection.county_code like any($1::text[]) and inspection.id = $2`,
);
export const inspectionsOf = statement<InspectionRow>(
  'admission.inspections_of',
  `${INSPECTION} where inspection.application_id = $1 order by inspection.id`,
);

export const lockInspection = statement<{
  id: string;
  row_version: number;
  application_id: string;
  county_code: string;
  state: 'planned' | 'reported' | 'cancelled';
  planned_on: string;
  files: number;
}>(
  'admission.lock_inspection',
  `select id, row_version, application_id, county_code, state, planned_on, cardinality(file_ids) as files
     from admission.inspection where id = $1 for update`,
);

export const reportInspectionRow = statement(
  'admission.report_inspection',
  `update admission.inspection
      set state = 'reported', inspector_id = $2, visited_on = $3, place = $4, findings = $5::jsonb, result = $6, summary = $7,
          closed_at = $8, row_version = row_version + 1
    where id = $1`,
);

export const addInspectionFile = statement(
  'admission.add_inspection_file',
  `update admission.inspection set file_ids = file_ids || $2::uuid, row_version = row_version + 1 where id = $1`,
);

export const cancelInspectionRow = statement(
  'admission.cancel_inspection',
  `update admission.inspection set state = 'cancelled', cancel_reason = $2, closed_at = $3, row_version = row_version + 1
    where id = $1`,
);

export interface CreditRow {
  id: string;
  register: CreditRegister;
  status: 'clear' | 'listed';
  reason: string;
  queried_on: string;
  source: string;
  file_id: string | null;
  recorded_at: Date;
}

export const insertSnapshots = statement(
  'admission.insert_credit_snapshots',
  `insert into admission.credit_snapshot (supplier_id, register, status, reason, queried_on, source, file_id, recorded_by, recorded_at)
   select $1, given.register, given.status, given.reason, given."queriedOn", given.source, given."fileId", $3, $4
     from json_to_recordset($2::json)
          as given (register text, status text, reason text, "queriedOn" date, source text, "fileId" uuid)`,
);

export const creditOfSupplier = statement<CreditRow>(
  'admission.credit_of_supplier',
  `select id, register, status, reason, queried_on, source, file_id, recorded_at
     from admission.credit_snapshot where supplier_id = $1 order by queried_on desc, id desc limit 40`,
);

/** The newest of each register, up to a day. */
export const newestCredit = statement<Pick<CreditRow, 'register' | 'status' | 'queried_on'>>(
  'admission.newest_credit',
  `select distinct on (register) register, status, queried_on
     from admission.credit_snapshot where supplier_id = $1 and queried_on <= $2 order by register, queried_on desc, id desc`,
);

/**
 * Where an admitted supplier stands in each register it was looked up in: the newest answer, and the first one of its newest time on the
 * list, by which what that brought is known. No rows for whoever is not admitted.
 */
export const standingInRegisters = statement<{
  register: CreditRegister;
  status: 'clear' | 'listed';
  reason: string;
  queried_on: string;
  listed_since: string | null;
}>(
  'admission.standing_in_registers',
  `with told as (
     select snapshot.*, count(*) filter (where status = 'clear') over (partition by register order by queried_on, id) as run
       from admission.credit_snapshot snapshot
      where supplier_id = $1 and exists (select from admission.certification where supplier_id = $1)
   )
   select distinct on (register) register, status, reason, queried_on,
          (select first.id from told first where first.register = told.register and first.status = 'listed'
            order by first.run desc, first.queried_on, first.id limit 1) as listed_since
     from told order by register, queried_on desc, id desc`,
);
