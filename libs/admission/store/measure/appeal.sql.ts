import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Participant } from '../../rules/four-eyes';
import type { CasePart } from '../../rules/watch/may-act';
import { SPOKEN_BY, type MeasureKind } from './measure.sql';

export interface AppealRow {
  id: string;
  measure_id: string;
  measure_state: machines.MeasureState;
  case_id: string | null;
  kind: MeasureKind;
  reason: string;
  reason_en: string | null;
  started_at: Date;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  state: machines.AppealState;
  statement: string;
  file_ids: string[];
  filed_at: Date;
  due_on: string;
  decision: string | null;
  decided_at: Date | null;
  row_version: number;
  participants: Participant<CasePart>[];
  spoken_by: string[];
}

const APPEAL = `select appeal.id, appeal.measure_id, measure.state as measure_state, measure.case_id, measure.kind, measure.reason,
          measure.reason_en, measure.started_at, measure.supplier_id, supplier.name_zh as supplier_name, supplier.county_code,
          county.name as county_name, county.province_name, appeal.state, appeal.statement, appeal.file_ids, appeal.filed_at,
          appeal.due_on, appeal.decision, appeal.decided_at, appeal.row_version,
          coalesce((select json_agg(json_build_object('personId', person_id, 'part', part, 'organisationIds', organisation_ids)
                                    order by acted_at, person_id, part)
                      from admission.case_part where case_id = measure.case_id), '[]') as participants,
          ${SPOKEN_BY}
     from admission.appeal appeal
     join admission.measure measure on measure.id = appeal.measure_id
     join registry.organisation_v supplier on supplier.id = measure.supplier_id
     join registry.region_v county on county.code = supplier.county_code`;

export const lockAppeal = statement<AppealRow>(
  'admission.lock_appeal',
  `${APPEAL} where appeal.id = $1 for update of appeal, measure`,
);

/** $2 patterns of county codes or null, $3 own suppliers or null. */
export const appealById = statement<AppealRow>(
  'admission.appeal_by_id',
  `${APPEAL} where appeal.id = $1
      and (supplier.county_code like any($2::text[]) or measure.supplier_id = any($3::uuid[]))`,
);

/** What is due first; $1 patterns, $2 state, $3 last place: day and id, $4 rows. */
export const appealPage = statement<AppealRow>(
  'admission.appeal_page',
  `${APPEAL} where supplier.county_code like any($1::text[]) and appeal.state = $2
      and ($3::uuid is null or (appeal.due_on, appeal.id) > (select due_on, id from admission.appeal where id = $3))
    order by appeal.due_on, appeal.id limit $4`,
);

/** $6 the working days in which it is answered, counted from $5. Nothing where it was appealed already. */
export const insertAppeal = statement<{ id: string }>(
  'admission.insert_appeal',
  `insert into admission.appeal (measure_id, statement, file_ids, filed_by, filed_at, due_on)
   values ($1, $2, $3, $4, $7, registry.add_working_days($5::date, $6))
   on conflict (measure_id) do nothing returning id`,
);

/** $2 state, $3 who, $4 what was decided, $5 now. */
export const decideAppealRow = statement(
  'admission.decide_appeal',
  `update admission.appeal
      set state = $2, decided_by = $3, decision = $4, decided_at = $5, row_version = row_version + 1 where id = $1`,
);

export const withdrawAppealRow = statement(
  'admission.withdraw_appeal',
  `update admission.appeal set state = 'withdrawn', row_version = row_version + 1 where id = $1`,
);
