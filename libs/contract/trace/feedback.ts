import { z } from 'zod';
import { cursor, instant, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';

/** What somebody who holds the pack has to say; `safety` is what people go first to. */
export const FEEDBACK_KINDS = ['good', 'quality', 'safety', 'label', 'other'] as const;
/** What of it is a complaint: monitoring counts it, once a lot and day. */
export const COMPLAINT_KINDS = [
  'quality',
  'safety',
  'label',
] as const satisfies readonly (typeof FEEDBACK_KINDS)[number][];

const kind = z.enum(FEEDBACK_KINDS);
const code = z.string().regex(/^[A-Z0-9-]{6,40}$/);
const one = z.strictObject({ id: uuid });
const answer = z.object({ words: z.string(), at: instant }).nullable();

export const lotFeedbackView = z.object({
  id: uuid,
  kind,
  words: z.string(),
  receivedAt: instant,
  lot: z.object({ id: uuid, code: z.string() }),
  productName: z.string(),
  supplier: z.object({ id: uuid, name: z.string() }),
  answer,
  /** Why the platform does not count it as a complaint; null where it does, or where it is none. */
  dismissed: z.object({ reason: z.string(), at: instant }).nullable(),
});

export const feedbackRoutes = defineRoutes({
  'POST /lots/{code}/feedback': {
    summary:
      'A few words about a lot from whoever holds the pack; nobody is asked who they are. The supplier is told, of a danger the platform too',
    access: open,
    params: z.strictObject({ code }),
    body: z.strictObject({ kind, words: text(500, 2) }),
    response: z.object({ id: uuid, receivedAt: instant }),
    status: 201,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'GET /lots/{code}/feedback/{id}': {
    summary: 'What was answered to words about a lot, for whoever said them; the words themselves are not repeated',
    access: open,
    params: z.strictObject({ code, id: uuid }),
    response: z.object({ kind, receivedAt: instant, answer }),
    problems: ['NOT_FOUND'],
  },
  'GET /trace/lot-feedback': {
    summary: 'What people who scanned the code say: of the own supplier, or all of it for the platform; newest first',
    access: only('supplier', 'operator'),
    query: z.strictObject({
      view: z.enum(['all', 'unanswered', 'complaints']).default('all'),
      kind: kind.optional(),
      lot: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(lotFeedbackView),
  },
  'POST /trace/lot-feedback/{id}/answer': {
    summary: 'Answers what was said of an own lot: once. Whoever said it sees the answer where they said it',
    access: only('supplier'),
    params: one,
    body: z.strictObject({ words: text(500, 2) }),
    response: lotFeedbackView,
    problems: ['NOT_FOUND', 'FEEDBACK_ANSWERED'],
  },
  'POST /trace/lot-feedback/{id}/dismissal': {
    summary: 'The platform says why it does not count a complaint: abuse, or plainly wrong. Its words stay',
    access: only('operator'),
    params: one,
    body: z.strictObject({ reason: text(500, 4) }),
    response: lotFeedbackView,
    problems: ['NOT_FOUND', 'FEEDBACK_DISMISSED', 'FEEDBACK_NO_COMPLAINT', 'FEEDBACK_OWN_GOODS'],
  },
});
