import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { cursor, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { correctionPointer } from './application-form';
import { APPLICATION_STATES } from './application-states';
import { DEPARTMENTS, queueEntry, REVIEW_STEPS, reviewView, RISK_LEVELS } from './review-views';

const byId = z.strictObject({ id: uuid });
const NOTE = text(500, 0);
const REASON = text(1000, 2);
const steps = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer');
const anybody = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');
const JUDGED = ['NOT_FOUND', 'FOUR_EYES', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING'] as const;

export const reviewRoutes = defineRoutes({
  'GET /admission/queue': {
    summary: 'What waits for the caller: by own step and jurisdiction, the longest waiting first',
    access: steps,
    query: z.strictObject({
      step: z.enum(REVIEW_STEPS).optional(),
      mine: z.enum(['true', 'false']).default('false'),
      risk: z.enum(RISK_LEVELS).optional(),
      /** `-risk`: the gravest first; else the longest waiting. */
      sort: z.enum(['risk', '-risk']).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(queueEntry),
  },
  'POST /admission/queue/next': {
    summary: 'Claims the longest waiting application that the caller may review',
    access: only('reviewer'),
    response: reviewView,
    versioned: 'read',
    problems: ['NOTHING_TO_CLAIM'],
  },
  'GET /admission/applications/{id}/review': {
    summary:
      'Everything about the review: signatures, checklists, corrections, inspections, registers, notice, own next steps',
    access: anybody,
    params: byId,
    response: reviewView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /admission/applications/{id}/case-file': {
    summary: 'The whole case as a paper (PDF): form, papers with hashes, findings, judgments, measures, the trail',
    access: only('auditor', 'reviewer', 'operator'),
    params: byId,
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'POST /admission/applications/{id}/recommend': {
    summary: 'A department of the county signs; the second signature sends the application on',
    access: only('countyAgriculture', 'countyRevitalisation'),
    params: byId,
    body: z.strictObject({
      department: z.enum(DEPARTMENTS),
      confirmed: z.array(z.string().max(40)).max(10),
      opinion: text(1000, 2),
      sealNumber: text(40).optional(),
    }),
    response: reviewView,
    versioned: 'write',
    problems: [...JUDGED, 'RECOMMENDATION_INCOMPLETE'],
  },
  'POST /admission/applications/{id}/check': {
    summary: 'City or province signs its check, where the standard has one',
    access: only('auditor'),
    params: byId,
    body: z.strictObject({ level: z.enum(['city', 'province']), opinion: text(1000, 2) }),
    response: reviewView,
    versioned: 'write',
    problems: [...JUDGED],
  },
  'POST /admission/applications/{id}/claim': {
    summary: 'Takes an application for review, for half an hour; every saved tick prolongs it',
    access: only('reviewer'),
    params: byId,
    response: reviewView,
    versioned: 'read',
    problems: ['NOT_FOUND', 'FOUR_EYES', 'NOT_AT_THIS_STEP', 'CLAIMED_BY_OTHER'],
  },
  'POST /admission/applications/{id}/release': {
    summary: 'Gives a claimed application back; its ticks stay for when the same reviewer takes it again',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ reason: REASON }),
    response: reviewView,
    versioned: 'read',
    problems: ['NOT_FOUND', 'NOT_CLAIMED'],
  },
  'POST /admission/applications/{id}/declare': {
    summary: 'Conflict-of-interest declaration; whoever has one is out of this application for good',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ conflict: z.boolean(), note: NOTE.default('') }),
    response: reviewView,
    versioned: 'read',
    problems: ['NOT_FOUND', 'NOT_CLAIMED', 'FOUR_EYES'],
  },
  'PUT /admission/applications/{id}/checklist': {
    summary: 'Saves ticks of the own checklist; If-Match is the version of the own review',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({
      items: z
        .array(
          z.strictObject({
            criterion: text(40),
            result: z.enum(['pass', 'fail', 'notApplicable']),
            note: NOTE.default(''),
          }),
        )
        .min(1)
        .max(60),
    }),
    response: z.object({ version: z.number().int(), claimedUntil: instant, ticked: z.number().int() }),
    versioned: 'write',
    problems: ['NOT_FOUND', 'NOT_CLAIMED', 'STALE_VERSION', 'VERSION_MISSING'],
  },
  'POST /admission/applications/{id}/decide': {
    summary: 'The verdict of one reviewer; two that agree publish or reject, a third one settles a disagreement',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ verdict: z.enum(['approve', 'reject']), reason: REASON }),
    response: reviewView,
    versioned: 'write',
    problems: [...JUDGED, 'NOT_CLAIMED', 'NOT_DECLARED', 'CHECKLIST_INCOMPLETE', 'NOT_APPROVABLE'],
  },
  'POST /admission/applications/{id}/request-corrections': {
    summary: 'Sends the application back, naming every field that must change; the next round begins with the county',
    access: steps,
    params: byId,
    body: z.strictObject({
      reason: REASON,
      fields: z
        .array(z.strictObject({ pointer: correctionPointer, note: text(500) }))
        .min(1)
        .max(60),
    }),
    response: reviewView,
    versioned: 'write',
    problems: [...JUDGED, 'NOT_CLAIMED'],
  },
  'POST /admission/applications/{id}/reject': {
    summary: 'Whoever has the step ends the application with reasons; two reviewers do it by their verdicts',
    access: steps,
    params: byId,
    body: z.strictObject({ reason: REASON, criterion: text(40).optional() }),
    response: reviewView,
    versioned: 'write',
    problems: [...JUDGED],
  },
  'GET /admission/recommendations': {
    summary: 'What became of the recommendations of the own county: applications, standing, measures',
    access: only('countyAgriculture', 'countyRevitalisation', 'auditor', 'operator'),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        applicationId: uuid,
        supplierId: uuid,
        supplierName: z.string(),
        county: z.object({ code: regionCode, name: z.string() }),
        department: z.enum(DEPARTMENTS),
        signedBy: z.string(),
        signedAt: instant,
        state: z.enum(APPLICATION_STATES),
        decisionReason: z.string().nullable(),
        standing: z.enum(['certified', 'warned', 'rectifying', 'suspended', 'exited']).nullable(),
        measures: z.number().int(),
      }),
    ),
  },
  'GET /admission/recommendations/totals': {
    summary: 'The same by county, counted: what was recommended, certified, rejected, and is in trouble now',
    access: only('countyAgriculture', 'countyRevitalisation', 'auditor', 'operator'),
    response: z.object({
      data: z.array(
        z.object({
          county: z.object({ code: regionCode, name: z.string() }),
          recommended: z.number().int(),
          certified: z.number().int(),
          rejected: z.number().int(),
          inProgress: z.number().int(),
          underMeasures: z.number().int(),
          suspendedOrExited: z.number().int(),
        }),
      ),
    }),
  },
});
