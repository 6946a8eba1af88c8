import { z } from 'zod';
import { cursor, limit, money, page, text, uuid } from '../core/scalars';
import { defineRoutes, only, orderAccess } from '../core/route';
import { caseFileRoutes } from './case-file';
import { DISPUTE_KINDS } from './names';
import { DISPUTE_STATES } from './states';
import { feedbackOfBuyersRoutes } from './feedback';
import { caseHead, caseView, disputableLine, files, keptPaper, words } from './views';

const upload = { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 12 * 1024 * 1024 };
const ofOrder = z.strictObject({ id: uuid, disputeId: uuid });
const one = z.strictObject({ id: uuid });
const nothing = z.strictObject({});

const message = z.strictObject({
  words,
  files,
  /** Offers this much back to the buyer; it takes the place of whatever was offered before. */
  offer: money.optional(),
});
const step = <const Steps extends readonly [string, ...string[]]>(...steps: Steps) =>
  z.strictObject({ step: z.enum(steps), offerId: uuid.optional() });
const appeal = z.strictObject({ statement: text(2000, 10), files });
const decision = z.strictObject({ refund: money, reason: text(2000, 10) });

const papers = [
  'NOT_FOUND',
  'DISPUTE_STATE',
  'DOCUMENT_REFUSED',
  'DISPUTE_PAPERS_FULL',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
] as const;
const saying = [
  'NOT_FOUND',
  'DISPUTE_STATE',
  'DISPUTE_ABOVE_HELD',
  'DISPUTE_PAPER_UNKNOWN',
  'DISPUTE_NOT_FREE',
] as const;
const stepping = ['NOT_FOUND', 'STALE_VERSION', 'DISPUTE_STATE', 'DISPUTE_OFFER_GONE', 'DISPUTE_OWN_OFFER'] as const;
const appealing = [
  'NOT_FOUND',
  'STALE_VERSION',
  'DISPUTE_STATE',
  'DISPUTE_APPEALED_ALREADY',
  'DISPUTE_PAPER_UNKNOWN',
] as const;
const deciding = [
  'NOT_FOUND',
  'STALE_VERSION',
  'DISPUTE_STATE',
  'DISPUTE_ABOVE_HELD',
  'DISPUTE_NOT_FREE',
  'DISPUTE_TAKEN',
] as const;

const mediators = only('mediator');
const readers = only('mediator', 'operator', 'auditor');

export const buyerDisputeRoutes = defineRoutes({
  'GET /orders/{id}/disputes': {
    summary: 'Disputes about an order, and what of it can still be disputed',
    access: orderAccess,
    params: one,
    response: z.object({ data: z.array(caseHead), lines: z.array(disputableLine) }),
    problems: ['NOT_FOUND'],
  },
  'POST /orders/{id}/disputes': {
    summary: 'Opens a dispute about lines of one part of an order; exactly what is claimed is held, the rest goes on',
    access: orderAccess,
    params: one,
    body: z.strictObject({
      supplierOrderId: uuid,
      kind: z.enum(DISPUTE_KINDS),
      words,
      /** What is claimed back of each line: at most what was paid for it and has not gone back. */
      lines: z
        .array(z.strictObject({ lineId: uuid, amount: money.refine(({ amount }) => amount !== '0', 'something') }))
        .min(1)
        .max(100)
        .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each line once'),
    }),
    response: caseView,
    status: 201,
    idempotent: true,
    problems: ['NOT_FOUND', 'DUTY_MISSING', 'ORDER_STATE', 'LINE_HELD', 'HOLD_TOO_LARGE', 'INVALID_INPUT'],
  },
  'GET /orders/{id}/disputes/{disputeId}': {
    summary: 'One dispute, as the buyer sees it',
    access: orderAccess,
    params: ofOrder,
    response: caseView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /orders/{id}/disputes/{disputeId}/messages': {
    summary: 'The buyer says something, shows evidence, or offers to settle for less',
    access: orderAccess,
    params: ofOrder,
    body: message,
    response: caseView,
    problems: [...saying, 'DUTY_MISSING'],
  },
  'POST /orders/{id}/disputes/{disputeId}/papers': {
    summary: 'Keeps a photograph or PDF of the buyer as the bytes of the request; pictures are drawn anew',
    access: orderAccess,
    params: ofOrder,
    upload,
    response: keptPaper,
    status: 201,
    problems: [...papers, 'DUTY_MISSING'],
  },
  'GET /orders/{id}/disputes/{disputeId}/papers/{fileId}': {
    summary: 'A file of the case',
    access: orderAccess,
    params: ofOrder.extend({ fileId: uuid }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'POST /orders/{id}/disputes/{disputeId}/steps': {
    summary:
      'The buyer accepts the offer that stands or the decision, asks the platform in, has no more evidence, or withdraws',
    access: orderAccess,
    params: ofOrder,
    body: step('accept', 'escalate', 'withdraw', 'finishEvidence', 'acceptDecision'),
    response: caseView,
    versioned: 'write',
    problems: [...stepping, 'DUTY_MISSING'],
  },
  'POST /orders/{id}/disputes/{disputeId}/appeal': {
    summary: 'The buyer appeals against the decision: once for both sides, decided by other people',
    access: orderAccess,
    params: ofOrder,
    body: appeal,
    response: caseView,
    versioned: 'write',
    problems: [...appealing, 'DUTY_MISSING'],
  },
});

export const supplierDisputeRoutes = defineRoutes({
  'GET /supplier/disputes': {
    summary: "Disputes about the own suppliers' orders, the newest first, or those that wait for an answer",
    access: only('supplier'),
    query: z.strictObject({
      view: z.enum(['waiting', 'open', 'ended']).default('open'),
      /** An order's number or the name of goods, or a part of one. */
      q: text(40).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(caseHead),
  },
  'GET /supplier/disputes/{id}': {
    summary: 'One of them',
    access: only('supplier'),
    params: one,
    response: caseView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/disputes/{id}/messages': {
    summary: 'The supplier answers, shows evidence, or offers what it gives back',
    access: only('supplier'),
    params: one,
    body: message,
    response: caseView,
    problems: saying,
  },
  'POST /supplier/disputes/{id}/papers': {
    summary: 'Keeps a photograph or PDF of the supplier as the bytes of the request',
    access: only('supplier'),
    params: one,
    upload,
    response: keptPaper,
    status: 201,
    problems: papers,
  },
  'GET /supplier/disputes/{id}/papers/{fileId}': {
    summary: 'A file of the case',
    access: only('supplier'),
    params: one.extend({ fileId: uuid }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/disputes/{id}/steps': {
    summary: 'The supplier accepts the offer that stands or the decision, or has no more evidence',
    access: only('supplier'),
    params: one,
    body: step('accept', 'finishEvidence', 'acceptDecision'),
    response: caseView,
    versioned: 'write',
    problems: stepping,
  },
  'POST /supplier/disputes/{id}/appeal': {
    summary: 'The supplier appeals against the decision',
    access: only('supplier'),
    params: one,
    body: appeal,
    response: caseView,
    versioned: 'write',
    problems: appealing,
  },
});

export const mediationRoutes = defineRoutes({
  'GET /mediation/disputes': {
    summary: 'Cases the platform has stepped into, what is due first; or all of one state',
    access: readers,
    query: z.strictObject({
      view: z.enum(['toDo', 'mine', 'all']).default('toDo'),
      state: z.enum(DISPUTE_STATES).optional(),
      /** An order's number, or the name of goods or a supplier, or a part of one. */
      q: text(40).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(caseHead.extend({ mediated: z.boolean(), mine: z.boolean() })),
  },
  'GET /mediation/disputes/{id}': {
    summary: 'The case file',
    access: readers,
    params: one,
    response: caseView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /mediation/disputes/{id}/claim': {
    summary: 'Takes a case: only who took it proposes and decides',
    access: mediators,
    params: one,
    body: nothing,
    response: caseView,
    versioned: 'write',
    problems: deciding,
  },
  'POST /mediation/disputes/{id}/messages': {
    summary: 'The mediator asks, or proposes what both may accept',
    access: mediators,
    params: one,
    body: message,
    response: caseView,
    problems: saying,
  },
  'POST /mediation/disputes/{id}/decision': {
    summary:
      'Decides with reasons: how much of what is held goes back to the buyer. It is executed once nobody has appealed in time',
    access: mediators,
    params: one,
    body: decision,
    response: caseView,
    versioned: 'write',
    problems: [...deciding, 'STEP_UP_REQUIRED'],
  },
  'POST /mediation/disputes/{id}/appeal-decision': {
    summary: 'Decides the appeal, by somebody who had no part in the case; executed at once',
    access: mediators,
    params: one,
    body: decision,
    response: caseView,
    versioned: 'write',
    problems: [...deciding, 'STEP_UP_REQUIRED'],
  },
  'POST /mediation/disputes/{id}/referral': {
    summary: 'Hands the case to the authorities (12315, 市场监管): what is held stays held until they have answered',
    access: mediators,
    params: one,
    body: z.strictObject({ authority: text(80, 2), reference: text(80, 2), reason: text(2000, 10) }),
    response: caseView,
    versioned: 'write',
    problems: deciding,
  },
  'POST /mediation/disputes/{id}/conclusion': {
    summary: "Enters the authorities' result of a referred case; executed at once",
    access: mediators,
    params: one,
    body: decision,
    response: caseView,
    versioned: 'write',
    problems: [...deciding, 'STEP_UP_REQUIRED'],
  },
});

export const disputeRoutes = {
  ...caseFileRoutes,
  ...buyerDisputeRoutes,
  ...supplierDisputeRoutes,
  ...mediationRoutes,
  ...feedbackOfBuyersRoutes,
};
