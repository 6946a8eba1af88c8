import { z } from 'zod';
import { cursor, instant, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';

/** What somebody who holds the pack has to say; `safety` is what people go first to. */
export const FEEDBACK_KINDS = ['good', 'quality', 'safety', 'label', 'other'] as const;

const kind = z.enum(FEEDBACK_KINDS);

export const feedbackRoutes = defineRoutes({
  'POST /lots/{code}/feedback': {
    summary: 'A few words about a lot from whoever holds the pack; nobody is asked who they are',
    access: open,
    params: z.strictObject({ code: z.string().regex(/^[A-Z0-9-]{6,40}$/) }),
    body: z.strictObject({ kind, words: text(500, 2) }),
    response: z.object({ id: uuid, receivedAt: instant }),
    status: 201,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'GET /trace/lot-feedback': {
    summary: 'What people who scanned the code say: of the own supplier, or all of it for the platform; newest first',
    access: only('supplier', 'operator'),
    query: z.strictObject({ kind: kind.optional(), lot: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        id: uuid,
        kind,
        words: z.string(),
        receivedAt: instant,
        lot: z.object({ id: uuid, code: z.string() }),
        productName: z.string(),
      }),
    ),
  },
});
