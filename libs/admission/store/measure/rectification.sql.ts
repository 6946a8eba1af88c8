import { statement } from '@xihuo/platform';

export const insertRectification = statement(
  'admission.insert_rectification',
  'insert into admission.rectification (measure_id, due_on) values ($1, $2)',
);

export const planRectification = statement(
  'admission.plan_rectification',
  `update admission.rectification
      set state = $2, root_cause = $3, corrective_action = $4, preventive_action = $5, planned_by = $6, planned_at = $7
    where measure_id = $1`,
);

export const reportRectification = statement(
  'admission.report_rectification',
  `update admission.rectification
      set state = $2, report = $3, report_file_ids = $4, reported_by = $5, reported_at = $6 where measure_id = $1`,
);

export const verifyRectification = statement(
  'admission.verify_rectification',
  `update admission.rectification set state = $2, verdict = $3, verified_by = $4, verified_at = $5 where measure_id = $1`,
);

/** $4 the new day, or null for the one that stood. */
export const sendBackRectification = statement(
  'admission.send_back_rectification',
  `update admission.rectification
      set state = $2, verdict = $3, due_on = coalesce($4::date, due_on), times_returned = times_returned + 1
    where measure_id = $1`,
);

export const cancelRectifications = statement(
  'admission.cancel_rectifications',
  `update admission.rectification set state = 'cancelled'
    where measure_id = any($1::uuid[]) and state not in ('verified', 'cancelled')`,
);

/** Those not reported as done by their day; $1 today. */
export const missRectifications = statement<{
  measure_id: string;
  supplier_id: string;
  case_id: string;
  ground: string;
  due_on: string;
}>(
  'admission.miss_rectifications',
  `update admission.rectification rectification set state = 'overdue'
     from admission.measure measure
    where measure.id = rectification.measure_id and measure.ended_at is null and measure.case_id is not null
      and rectification.state in ('open', 'planned') and rectification.due_on < $1::date
      -- Late is not too late: what was planned after its day is under suspension already, and goes on to its report.
      and (rectification.planned_at is null or (rectification.planned_at at time zone 'Asia/Shanghai')::date <= rectification.due_on)
   returning measure.id as measure_id, measure.supplier_id, measure.case_id, measure.ground, rectification.due_on`,
);
