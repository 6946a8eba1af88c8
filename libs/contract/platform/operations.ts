import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { instant, text } from '../core/scalars';

/** What an operator may pause: new accounts, new orders, what newly comes into the shop. */
const SWITCHES = ['signUp', 'orders', 'publishing'] as const;

/** One thing that is looked at. */
const readingView = z.object({
  kind: z.enum(['process', 'outbox', 'deadLetters', 'message', 'audit', 'job', 'switch', 'goLive']),
  name: z.string(),
  /** How many wait, were laid aside, or are missing. */
  count: z.number().int(),
  /** Of what waits the oldest; of a job or a process its last sign of life; of a switch when it was turned. */
  since: instant.nullable(),
  /** Nothing is to be done about it. A switch: what it is for goes on. */
  ok: z.boolean(),
  /** Of a switch the reason, of a check what it asks for and what is missing, in the language of the request; of the rest what is wrong. */
  words: z.string().nullable(),
});

export const operationRoutes = defineRoutes({
  'GET /operations': {
    summary: 'How the house runs, what is paused, and what is missing before real use',
    access: only('operator', 'auditor'),
    response: z.object({ data: z.array(readingView) }),
  },
  'POST /switches': {
    summary: 'Pause something or let it go on',
    access: only('operator'),
    body: z.strictObject({ name: z.enum(SWITCHES), paused: z.boolean(), reason: text(200, 2) }),
    response: z.void(),
    status: 204,
    problems: ['STEP_UP_REQUIRED'],
  },
});
