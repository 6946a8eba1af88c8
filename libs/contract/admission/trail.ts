import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { cursor, instant, limit, page, regionCode, uuid } from '../core/scalars';

/** One line of the audit trail: who, when, what, before and after, by which request, at which place of the chain. */
const trailEntry = z.object({
  id: uuid,
  /** By the business clock. */
  at: instant,
  actor: z.object({
    kind: z.enum(['person', 'system', 'guest']),
    /** Of a person. */
    id: uuid.nullable(),
    /** Of a person as it is called now; of a machine, which one. */
    name: z.string(),
  }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  supplier: z.object({ id: uuid, name: z.string() }),
  county: z.object({ code: regionCode, name: z.string() }),
  before: z.json().nullable(),
  /** Of a refused attempt, `{ refused: code }`. */
  after: z.json().nullable(),
  requestId: z.string(),
  /** In the public chain of hashes; null until it is sealed, a second or so later. */
  position: z.string().nullable(),
});

export const trailRoutes = defineRoutes({
  'GET /admission/trail': {
    summary:
      "The audit trail of admission in the auditor's jurisdiction: every step, refused attempt and opening of sealed data",
    // Reviewers would read in it what the other one ticked before they have judged themselves.
    access: only('auditor'),
    query: z.strictObject({
      supplier: uuid.optional(),
      /** Attempts that were refused, and nothing else. */
      refused: z.enum(['true', 'false']).default('false'),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(trailEntry),
    problems: ['NOT_FOUND'],
  },
});
