import type { machines, watching } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Participant } from '../../rules/four-eyes';
import type { CasePart } from '../../rules/watch/may-act';
import { ASKED_TO_LEAVE } from '../watch/asked-to-leave';
import { productNameOf } from '../watch/product-name';

export type MeasureKind = (typeof watching.MEASURE_KINDS)[number];

export interface MeasureRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  kind: MeasureKind;
  state: machines.MeasureState;
  ground: watching.Ground | null;
  product_id: string | null;
  product_name: string | null;
  reason: string;
  reason_en: string | null;
  case_id: string | null;
  imposed_by: string;
  started_at: Date;
  ends_on: string | null;
  ended_at: Date | null;
  end_reason: string | null;
  published_at: Date | null;
  statement_until: string | null;
  appeal_until: string | null;
  row_version: number;
  participants: Participant<CasePart>[];
  spoken_by: string[];
  rectification: RectificationRow | null;
  appeal: AppealPart | null;
}

/** As JSON brings them: instants are text. */
export interface RectificationRow {
  state: machines.RectificationState;
  due_on: string;
  root_cause: string | null;
  corrective_action: string | null;
  preventive_action: string | null;
  planned_at: string | null;
  report: string | null;
  report_file_ids: string[];
  reported_by: string | null;
  planned_by: string | null;
  reported_at: string | null;
  verdict: string | null;
  verified_at: string | null;
  times_returned: number;
}

export interface AppealPart {
  id: string;
  state: machines.AppealState;
  statement: string;
  file_ids: string[];
  filed_at: string;
  due_on: string;
  decision: string | null;
  decided_at: string | null;
  row_version: number;
}

/** Who spoke for the supplier about a measure or the case behind it. */
export const SPOKEN_BY = `array(
            select stated_by from admission.case_statement where case_id = measure.case_id
            union select unnest(array[planned_by, reported_by]) from admission.rectification where measure_id = measure.id
            union select filed_by from admission.appeal where measure_id = measure.id
            union ${ASKED_TO_LEAVE} where id = measure.case_id and source_key = 'exitRequest') as spoken_by`;

const MEASURE = `select measure.id, measure.supplier_id, supplier.name_zh as supplier_name, supplier.county_code,
          county.name as county_name, county.province_name, measure.kind, measure.state, measure.ground, measure.product_id, ${productNameOf('measure')},
          measure.reason, measure.reason_en, measure.case_id, measure.imposed_by, measure.started_at, measure.ends_on,
          measure.ended_at, measure.end_reason, measure.published_at, measure.statement_until, measure.appeal_until,
          measure.row_version,
          coalesce((select json_agg(json_build_object('personId', person_id, 'part', part, 'organisationIds', organisation_ids)
                                    order by acted_at, person_id, part)
                      from admission.case_part where case_id = measure.case_id), '[]') as participants,
          ${SPOKEN_BY},
          (select to_json(rectification) from admission.rectification rectification
            where rectification.measure_id = measure.id) as rectification,
          (select to_json(appeal) from admission.appeal appeal where appeal.measure_id = measure.id) as appeal
     from admission.measure measure
     join registry.organisation_v supplier on supplier.id = measure.supplier_id
     join registry.region_v county on county.code = supplier.county_code`;

export const lockMeasure = statement<MeasureRow>(
  'admission.lock_measure',
  `${MEASURE} where measure.id = $1 for update of measure`,
);

/** $2 patterns of county codes or null, $3 own suppliers or null. */
export const measureById = statement<MeasureRow>(
  'admission.measure_by_id',
  `${MEASURE} where measure.id = $1
      and (supplier.county_code like any($2::text[]) or measure.supplier_id = any($3::uuid[]))`,
);

/** $1 patterns, $2 own suppliers, $3 kind, $4 state, $5 supplier, $6 last id, $7 rows, $8 only what was reported to be put right. */
export const measurePage = statement<MeasureRow>(
  'admission.measure_page',
  `${MEASURE} where (supplier.county_code like any($1::text[]) or measure.supplier_id = any($2::uuid[]))
      and ($3::text is null or measure.kind = $3) and ($4::text is null or measure.state = $4)
      and ($5::uuid is null or measure.supplier_id = $5) and ($6::uuid is null or measure.id < $6)
      and (not $8::boolean or (measure.state = 'inForce' and exists (
             select from admission.rectification asked where asked.measure_id = measure.id and asked.state = 'reported')))
    order by measure.id desc limit $7`,
);

export const measuresOfCase = statement<MeasureRow>(
  'admission.measures_of_case',
  `${MEASURE} where measure.case_id = $1 order by measure.id`,
);

/** $2 patterns of the reader's counties: what a supplier met elsewhere is told there. */
export const measuresOfSupplier = statement<MeasureRow>(
  'admission.measures_of_supplier',
  `${MEASURE} where measure.supplier_id = $1 and supplier.county_code like any($2::text[])
    order by measure.started_at, measure.id`,
);

export const publishedMeasureById = statement<MeasureRow>(
  'admission.published_measure_by_id',
  `${MEASURE} where measure.id = $1 and measure.published_at is not null`,
);

/** $1 kind, $2 whether in force or null, $3 province, $4 supplier, $5 last id, $6 rows. */
export const publishedMeasurePage = statement<MeasureRow>(
  'admission.published_measure_page',
  `${MEASURE} where measure.published_at is not null
      and ($1::text is null or measure.kind = $1) and ($2::boolean is null or (measure.ended_at is null) = $2)
      and ($3::text is null or county.province_code = $3) and ($4::uuid is null or measure.supplier_id = $4)
      and ($5::uuid is null or measure.id < $5)
    order by measure.id desc limit $6`,
);

/**
 * Imposes measures, each once for its case: one that people have lifted is not imposed again by a machine while the case is open.
 * $1 measures, $2 who, $3 now, $4 today, $5 working days to be heard, $6 working days to appeal.
 */
export const imposeMeasures = statement<{ id: string; supplier_id: string; case_id: string; kind: MeasureKind }>(
  'admission.impose_measures',
  `insert into admission.measure (supplier_id, kind, product_id, ground, reason, reason_en, case_id, imposed_by, started_at,
                                  published_at, ends_on, statement_until, appeal_until)
   select supplier_id, kind, product_id, ground, reason, reason_en, case_id, $2, $3,
          case when kind <> 'notice' then $3::timestamptz end, ends_on,
          registry.add_working_days($4::date, $5), registry.add_working_days($4::date, $6)
     from json_to_recordset($1::json)
          as wanted (supplier_id uuid, kind text, product_id uuid, ground text, reason text, reason_en text, case_id uuid, ends_on date)
    where $2 like 'person:%' or not exists (
            select from admission.measure known
             where known.case_id = wanted.case_id and known.kind = wanted.kind
               and known.product_id is not distinct from wanted.product_id)
    order by supplier_id, kind
   returning id, supplier_id, case_id, kind`,
);

/**
 * Measures of the kind that are in force in the same case, for a delisting of that product. Each case has its own: what another one
 * brought may end while this one stands. Nobody leaves twice, whatever the cases. $1 supplier, $2 kind, $3 product, $4 case.
 */
export const sameInForce = statement<{ id: string; imposed_by: string }>(
  'admission.same_measure_in_force',
  `select id, imposed_by from admission.measure
    where supplier_id = $1 and kind = $2 and product_id is not distinct from $3::uuid and ended_at is null
      and (case_id = $4 or kind in ('exit', 'reAdmissionBar')) order by id for update`,
);

export const inForceOfCase = statement<{ id: string; kind: MeasureKind }>(
  'admission.measures_in_force_of_case',
  'select id, kind from admission.measure where case_id = $1 and ended_at is null order by id',
);

/** $2 state, $3 now, $4 who, $5 why. What has ended may still be annulled: it stood on the record, and it ended when it ended. */
export const endMeasures = statement<{ id: string; supplier_id: string; kind: MeasureKind; case_id: string | null }>(
  'admission.end_measures',
  `update admission.measure
      set state = $2, ended_at = coalesce(ended_at, $3), ended_by = $4, end_reason = $5, row_version = row_version + 1
    where id = any($1::uuid[]) and (state = 'inForce' or (state <> 'annulled' and $2 = 'annulled')) returning id, supplier_id, kind, case_id`,
);

/** What machines did in these cases, and is in force. */
export const machineMeasuresOfCases = statement<{ id: string }>(
  'admission.machine_measures_of_cases',
  `select id from admission.measure
    where case_id = any($1::uuid[]) and ended_at is null and imposed_by like 'system:%' order by id for update`,
);

export const touchMeasure = statement(
  'admission.touch_measure',
  'update admission.measure set row_version = row_version + 1 where id = $1',
);
