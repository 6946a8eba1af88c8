import { z } from 'zod';
import { defineRoutes, only, open } from '../core/route';
import { cursor, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { noticedApplication, objectionDetail, objectionView, publicNotice } from './public-notice-views';

const byId = z.strictObject({ id: uuid });

export const publicNoticeRoutes = defineRoutes({
  'GET /public-notices': {
    summary: 'Public notices (公示): who is about to be admitted, on what, and until when anybody may object',
    access: open,
    query: z.strictObject({
      state: z.enum(['open', 'closed']).default('open'),
      province: regionCode.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(publicNotice),
    cacheSeconds: 60,
  },
  'GET /public-notices/{id}': {
    summary: 'One public notice',
    access: open,
    params: byId,
    /** Of a recognition, what is proposed stands under its own address. */
    response: publicNotice.extend({ application: noticedApplication.nullable() }),
    problems: ['NOT_FOUND'],
  },
  'POST /public-notices/{id}/objections': {
    summary: 'Anybody objects, with name and phone; who it was is sealed, and the answer goes to the phone',
    access: open,
    params: byId,
    body: z.strictObject({
      name: text(40),
      phone: z.string().regex(/^1\d{10}$/, 'a mainland mobile number'),
      statement: text(4000, 10),
    }),
    response: z.object({ id: uuid, submittedAt: instant }),
    status: 201,
    problems: ['NOT_FOUND', 'NOTICE_OVER', 'ALREADY_OBJECTED', 'TOO_MANY_OBJECTIONS'],
  },
  'GET /admission/objections': {
    summary: "Objections within the caller's jurisdiction, the oldest open one first",
    access: only('reviewer', 'auditor', 'operator'),
    query: z.strictObject({
      state: z.enum(['open', 'upheld', 'dismissed']).default('open'),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(objectionView),
  },
  'GET /admission/objections/{id}': {
    summary: 'One objection',
    access: only('reviewer', 'auditor', 'operator'),
    params: byId,
    response: objectionDetail,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/objections/{id}/reveal': {
    summary: 'Opens name and phone of who objected, for a stated purpose that goes into the audit trail',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ purpose: text(200, 2) }),
    response: z.object({ name: z.string(), phone: z.string() }),
    problems: ['NOT_FOUND', 'FOUR_EYES'],
  },
  'POST /admission/objections/{id}/decide': {
    summary: 'Upholds an objection, which rejects the application, or dismisses it; by somebody who did not review it',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ decision: z.enum(['upheld', 'dismissed']), reason: text(1000, 2) }),
    response: objectionDetail,
    versioned: 'write',
    problems: ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'],
  },
});
