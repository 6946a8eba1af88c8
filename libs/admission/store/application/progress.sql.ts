import type { ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

type Event = ResponseOf<'GET /admission/applications/{id}/progress'>['events'][number];

export interface ProgressRow {
  kind: Event['kind'];
  at: Date;
  round: number;
  detail: string | null;
  reason: string | null;
}

/** What happened to an application, the earliest first. A verdict is told as one that fell, not which nor whose. */
export const progressOf = statement<ProgressRow>(
  'admission.progress_of',
  `select told.* from (
   select 'submitted' as kind, submitted_at as at, round, null as detail, null as reason
     from admission.submission where application_id = $1
   union all
   select 'countySigned', signed_at, round, department, null from admission.recommendation where application_id = $1
   union all
   select 'levelChecked', signed_at, round, level, null from admission.level_check where application_id = $1
   union all
   select 'reviewed', decided_at, round, null, null from admission.review where application_id = $1 and state = 'decided'
   union all
   select 'correctionsRequested', requested_at, round, null, reason from admission.correction where application_id = $1
   union all
   select 'noticePublished', published_at, 0, ends_on::text, null from admission.public_notice where subject_id = $1
   union all
   select 'noticeClosed', closed_at, 0, state, null from admission.public_notice where subject_id = $1 and closed_at is not null
   union all
   select 'decided', decided_at, review_round, state, decision_reason
     from admission.application where id = $1 and decided_at is not null
   ) told
   order by at, array_position(array['submitted', 'countySigned', 'levelChecked', 'correctionsRequested', 'reviewed',
                                     'noticePublished', 'noticeClosed', 'decided'], kind)`,
);

export const certifiedBy = statement<{ certified_on: string; valid_until: string }>(
  'admission.certified_by',
  `select certified_on, valid_until from admission.certification where application_id = $1`,
);
