import { z } from 'zod';
import { cursor, instant, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only, open, session } from '../core/route';

export const instanceView = z.object({
  /** Seeded with invented suppliers: every page carries 虚构示例 and is not indexed. */
  demo: z.boolean(),
  /** Which provider takes payments; the sandbox moves no real money. */
  paymentProvider: z.enum(['sandbox', 'stripe']),
  /** Business time of the server: deadlines on a page count from it. */
  now: instant,
});

export const noticeView = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
  /**
   * What it is about, a kind and an id such as `order:ID`, `dispute:ORDER/ID` or `application:ID`; null where there is nothing to go to.
   */
  about: z.string().nullable(),
});

/** Names what has changed and nothing of it: whoever may read it, reads it anew by its own route. */
export const liveEvent = z.object({
  /** `all`: something may have been missed, whatever is shown is read anew. */
  topic: z.enum(['all', 'notice', 'run', 'check', 'import', 'payoutRun', 'queue']),
  /** Of the thing, null where there is no one thing. */
  id: z.string().nullable(),
});

export const auditCheckpointView = z.object({
  position: z.string(),
  headHash: z.string(),
  entries: z.number(),
  sealedAt: instant,
});

export const auditEntryView = z.object({
  position: z.string(),
  payloadHash: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  at: instant,
});

/** Events of one fault: those a consumer could not work off, which ended with the same error. */
export const deadLettersView = z.object({
  /** `context.verb`, such as settlement.onOrderPaid. */
  consumer: z.string(),
  event: z.string(),
  /** Name and code of the error; no message, which might quote personal data. */
  error: z.string(),
  events: z.number().int(),
  /** How often those of them that were tried most were tried. */
  attempts: z.number().int(),
  firstFailedAt: instant,
  lastFailedAt: instant,
});

export const platformRoutes = defineRoutes({
  'GET /instance': {
    summary: 'What kind of instance this is: demo or real, and which payment provider it uses',
    access: open,
    response: instanceView,
  },
  'GET /me/notices': {
    summary: 'Notices of the signed-in person, newest first, and how many of all are unread',
    access: session,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(noticeView).extend({ unread: z.number().int() }),
  },
  'GET /me/events': {
    summary: 'Server-sent events until the session ends: what has changed of what the caller may read',
    access: session,
    query: z.strictObject({ surface: z.literal('console') }),
    response: liveEvent,
    stream: true,
  },
  'POST /me/notices/read': {
    summary: 'The signed-in person has read their notices, up to the one named; those that came later stay unread',
    access: session,
    body: z.strictObject({ upTo: uuid }),
    response: z.object({ unread: z.number().int() }),
  },
  'GET /audit/checkpoints': {
    summary: 'Published heads of the audit chain, newest first; anybody may keep a copy',
    access: open,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(auditCheckpointView),
  },
  'GET /audit/entries': {
    summary: 'Sealed audit entries as salted hashes, oldest first, from a position on',
    access: only('auditor', 'operator'),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(auditEntryView),
  },
  'GET /dead-letters': {
    summary: 'Events that a consumer could not work off, those of one fault together, newest first',
    access: only('operator', 'auditor'),
    response: z.object({ data: z.array(deadLettersView) }),
  },
  'POST /dead-letters/replays': {
    summary: 'Send the events of one fault to their consumer again, at most 5,000; pressed twice the second sends none',
    access: only('operator'),
    body: z.strictObject({ consumer: text(120), event: text(80), error: text(200) }),
    response: z.object({ events: z.number().int() }),
  },
});
