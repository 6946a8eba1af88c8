import type { machines, watching } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface ExitRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  measure_id: string;
  reason: string;
  reason_en: string | null;
  state: machines.ExitState;
  started_at: Date;
  deadline: string;
  ended_at: Date | null;
  row_version: number;
  steps: { step: watching.ExitStep; state: machines.ExitStepState; why: string; reported_at: string | null }[];
}

const EXIT = `select exit.id, exit.supplier_id, supplier.name_zh as supplier_name, exit.county_code, county.name as county_name,
          county.province_name, exit.measure_id, measure.reason, measure.reason_en, exit.state, exit.started_at, exit.deadline,
          exit.ended_at, exit.row_version,
          (select json_agg(json_build_object('step', step, 'state', state, 'why', why, 'reported_at', reported_at))
             from admission.exit_step where exit_id = exit.id) as steps
     from admission.exit_procedure exit
     join admission.measure measure on measure.id = exit.measure_id
     join registry.organisation_v supplier on supplier.id = exit.supplier_id
     join registry.region_v county on county.code = exit.county_code`;

export const lockExit = statement<ExitRow>('admission.lock_exit', `${EXIT} where exit.id = $1 for update of exit`);

/** $2 patterns of county codes or null, $3 own suppliers or null. */
export const exitById = statement<ExitRow>(
  'admission.exit_by_id',
  `${EXIT} where exit.id = $1 and (exit.county_code like any($2::text[]) or exit.supplier_id = any($3::uuid[]))`,
);

/** $1 patterns, $2 own suppliers, $3 state, $4 last id, $5 rows. */
export const exitPage = statement<ExitRow>(
  'admission.exit_page',
  `${EXIT} where (exit.county_code like any($1::text[]) or exit.supplier_id = any($2::uuid[]))
      and ($3::text is null or exit.state = $3) and ($4::uuid is null or exit.id < $4)
    order by exit.id desc limit $5`,
);

/** Of the measures of a case, the exits they began. $1 the case. */
export const exitsOfCase = statement<ExitRow>(
  'admission.exits_of_case',
  `${EXIT} where measure.case_id = $1 order by exit.id`,
);

export const exitOfMeasure = statement<{ id: string; supplier_id: string }>(
  'admission.exit_of_measure',
  `select id, supplier_id from admission.exit_procedure where measure_id = $1 and state = 'running'`,
);

export const insertExit = statement<{ id: string }>(
  'admission.insert_exit',
  `insert into admission.exit_procedure (supplier_id, county_code, measure_id, started_at, deadline)
   values ($1, $2, $3, $4, $5) returning id`,
);

export const insertExitSteps = statement(
  'admission.insert_exit_steps',
  'insert into admission.exit_step (exit_id, step) select $1, step from unnest($2::text[]) as step',
);

/** $3 state, $4 why, $5 who, $6 now. */
export const putExitStep = statement(
  'admission.put_exit_step',
  `update admission.exit_step set state = $3, why = $4, reported_by = $5, reported_at = $6 where exit_id = $1 and step = $2`,
);

export const openExitSteps = statement<{ step: watching.ExitStep }>(
  'admission.open_exit_steps',
  `select step from admission.exit_step where exit_id = $1 and state <> 'done'`,
);

/** $2 state or null, where only the version moves. */
export const moveExit = statement(
  'admission.move_exit',
  `update admission.exit_procedure
      set state = coalesce($2, state), ended_at = case when $2 is null then ended_at else $3::timestamptz end,
          row_version = row_version + 1
    where id = $1`,
);

export interface ExitNoticeRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  state: 'asked' | machines.ExitState;
  since: Date;
  until: string;
}

/** Wishes that are not decided, and exits; ids are time-ordered, so the two lists merge by them. $1 last id, $2 rows. */
export const exitNoticePage = statement<ExitNoticeRow>(
  'admission.exit_notice_page',
  `select notice.id, notice.supplier_id, supplier.name_zh as supplier_name, notice.county_code, county.name as county_name,
          county.province_name, notice.state, notice.since, notice.until
     from (select id, supplier_id, county_code, 'asked' as state, opened_at as since, statement_until as until
             from admission.watch_case where source_key = 'exitRequest' and state <> 'closed'
           union all
           select id, supplier_id, county_code, state, started_at, deadline from admission.exit_procedure) notice
     join registry.organisation_v supplier on supplier.id = notice.supplier_id
     join registry.region_v county on county.code = notice.county_code
    where $1::uuid is null or notice.id < $1
    order by notice.id desc limit $2`,
);
