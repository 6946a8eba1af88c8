import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { date, instant, uuid } from '../core/scalars';
import { publicNotice } from './public-notice-views';
import { REVIEW_STEPS } from './review-views';

/** What happens to an application, as its applicant is told: who judged stays with those who judge. */
export const PROGRESS_EVENTS = [
  'submitted',
  'countySigned',
  'levelChecked',
  'reviewed',
  'correctionsRequested',
  'noticePublished',
  'noticeClosed',
  'decided',
] as const;

export const progressRoutes = defineRoutes({
  'GET /admission/applications/{id}/progress': {
    summary: 'How far an own application has come: what happened, whose turn it is and until when',
    access: only('supplier'),
    params: z.strictObject({ id: uuid }),
    response: z.object({
      applicationId: uuid,
      /** Whose turn it is; null where nobody reviews it at present. */
      step: z.enum(REVIEW_STEPS).nullable(),
      /** The last working day on which this step should be done. */
      dueOn: date.nullable(),
      events: z.array(
        z.object({
          kind: z.enum(PROGRESS_EVENTS),
          at: instant,
          round: z.number().int(),
          /** The department that signed, the level that checked, or the state that was decided. */
          detail: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
      notice: publicNotice.nullable(),
      certified: z.object({ on: date, validUntil: date }).nullable(),
    }),
    problems: ['NOT_FOUND'],
  },
});
