import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { CATEGORIES } from '../catalogue/categories';
import { supplierKind } from './findings';
import { STANDARD_STATES } from './standard-states';

const standard = z.string().regex(/^\d{4}-\d{1,3}$/, 'year and number, such as 2026-2');
const LEVELS = ['city', 'province'] as const;

export const criterionView = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,5}-[A-Z]\d{2}$/, 'such as ADM-S01'),
  subject: z.enum(['supplier', 'product', 'lot', 'process']),
  nameZh: text(80),
  nameEn: text(160),
  kind: z.enum(['blocking', 'scored', 'process']),
  providedBy: text(80),
  providedByEn: text(160).optional(),
  /** Names and versions of the checks that read it; empty where people judge. */
  checks: z.array(z.string().regex(/^[a-zA-Z]+@\d+$/, 'such as uscc@1')).max(6),
  /** Where it comes from: law, notice, local practice. */
  source: text(600),
  /** How it is looked at, for those who judge. */
  howVerified: text(1000).optional(),
  howVerifiedEn: text(1000).optional(),
  /** Points out of 100; of scored criteria, and of no others. */
  weight: z.number().int().min(1).max(100).optional(),
  /** For whom; for everybody and everything where it says nothing. */
  appliesTo: z
    .strictObject({
      kinds: z.array(supplierKind).min(1).optional(),
      categories: z.array(z.enum(CATEGORIES)).min(1).optional(),
    })
    .optional(),
});

/** A standard as anybody may read it. */
export const standardView = z.object({
  standard: z.string(),
  title: bilingual,
  status: z.enum(['commenting', 'coming', 'inForce', 'past']),
  publishedOn: date.nullable(),
  effectiveFrom: date.nullable(),
  /** The day from which the next one binds. */
  effectiveTo: date.nullable(),
  commentsUntil: date.nullable(),
  checkLevels: z.array(z.enum(LEVELS)),
  criteria: z.number().int(),
  source: z.string(),
});

export const commentView = z.object({
  id: uuid,
  authorName: z.string(),
  statement: z.string(),
  commentedAt: instant,
  adopted: z.boolean().nullable(),
  answer: z.string().nullable(),
});

export const standardFault = z.object({ criterion: z.string().nullable(), code: z.string(), sentence: bilingual });

export const standardDraftView = z.object({
  standard: z.string(),
  title: bilingual,
  /** What changes against the version before. */
  summary: bilingual,
  state: z.enum(STANDARD_STATES),
  criteria: z.array(criterionView),
  checkLevels: z.array(z.enum(LEVELS)),
  source: z.string(),
  draftedBy: z.object({ id: uuid, name: z.string() }),
  /** Everybody who changed it: none of them puts it into force. */
  editedBy: z.array(uuid),
  draftedAt: instant,
  commentsFrom: date.nullable(),
  commentsUntil: date.nullable(),
  comments: z.array(commentView),
  withdrawReason: z.string().nullable(),
  /** What keeps it from the public: weights that do not sum, checks that do not exist. */
  faults: z.array(standardFault),
  /** The earliest day it may bind, were it published today. */
  earliestEffectiveFrom: date,
  version: z.number().int(),
});

const words = z.strictObject({ zh: text(120), en: text(200) });
const content = {
  title: words,
  summary: z.strictObject({ zh: text(2000, 0), en: text(2000, 0) }),
  criteria: z.array(criterionView).min(1).max(120),
  checkLevels: z.array(z.enum(LEVELS)).max(2),
  source: text(600),
};
const byStandard = z.strictObject({ standard });
const readers = only('operator', 'reviewer', 'auditor');
const changing = ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING'] as const;

export const standardRoutes = defineRoutes({
  'GET /standards': {
    summary: 'Admission standards: in force, to come, past, and drafts that are open for comment; newest first',
    access: open,
    response: z.object({ data: z.array(standardView) }),
    cacheSeconds: 60,
  },
  'GET /standards/{standard}': {
    summary: 'One standard, every criterion with its text and source; past versions stay readable',
    access: open,
    params: byStandard,
    response: standardView.extend({
      summary: bilingual,
      list: z.array(criterionView),
      comments: z.array(commentView),
    }),
    problems: ['NOT_FOUND'],
    cacheSeconds: 60,
  },
  'POST /standards/{standard}/comments': {
    summary: 'Anybody comments a draft while it is open (电子商务法 art. 34); shown with the name given and our answer',
    access: open,
    params: byStandard,
    body: z.strictObject({ authorName: text(40), statement: text(4000, 4) }),
    response: commentView,
    status: 201,
    problems: ['NOT_FOUND', 'COMMENTS_CLOSED', 'RATE_LIMITED'],
  },
  'GET /admission/standards': {
    summary: 'Standards being drafted, and those decided, newest first',
    access: readers,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        standard: z.string(),
        title: bilingual,
        state: z.enum(STANDARD_STATES),
        commentsUntil: date.nullable(),
        unanswered: z.number().int(),
        draftedAt: instant,
      }),
    ),
  },
  'GET /admission/standards/{standard}': {
    summary: 'A draft with its comments and with what keeps it from being published',
    access: readers,
    params: byStandard,
    response: standardDraftView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/standards': {
    summary: 'Begins a draft as a copy of the standard it is to follow',
    access: only('operator'),
    body: z.strictObject({ standard, basedOn: standard, title: words }),
    response: standardDraftView,
    status: 201,
    versioned: 'read',
    problems: ['NOT_FOUND', 'STANDARD_EXISTS'],
  },
  'PUT /admission/standards/{standard}': {
    summary: 'Saves a draft; what is wrong with it is told, and stops only the way to the public',
    access: only('operator'),
    params: byStandard,
    body: z.strictObject(content),
    response: standardDraftView,
    versioned: 'write',
    problems: changing,
  },
  'POST /admission/standards/{standard}/open-comments': {
    summary: 'Puts a draft before the public until a day; no criterion changes from here on',
    access: only('operator'),
    params: byStandard,
    body: z.strictObject({ until: date }),
    response: standardDraftView,
    versioned: 'write',
    problems: [...changing, 'STANDARD_UNSOUND', 'NOTICE_TOO_SHORT'],
  },
  'POST /admission/standards/{standard}/revise': {
    summary: 'Takes a draft back to change it; it goes before the public again',
    access: only('operator'),
    params: byStandard,
    response: standardDraftView,
    versioned: 'write',
    problems: changing,
  },
  'POST /admission/standards/{standard}/comments/{id}/answer': {
    summary: 'Answers a comment in public: adopted or not, and why',
    access: only('operator'),
    params: byStandard.extend({ id: uuid }),
    body: z.strictObject({ adopted: z.boolean(), answer: text(2000, 4) }),
    response: standardDraftView,
    versioned: 'read',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'POST /admission/standards/{standard}/publish': {
    summary: 'Somebody other than the drafter puts it into force from a day at least seven days on',
    access: only('operator', 'reviewer'),
    params: byStandard,
    body: z.strictObject({ effectiveFrom: date }),
    response: standardDraftView,
    versioned: 'write',
    problems: [
      ...changing,
      'FOUR_EYES',
      'STANDARD_UNSOUND',
      'NOTICE_TOO_SHORT',
      'COMMENTS_OPEN',
      'COMMENTS_UNANSWERED',
    ],
  },
  'POST /admission/standards/{standard}/withdraw': {
    summary: 'Gives a draft up, with the reason',
    access: only('operator'),
    params: byStandard,
    body: z.strictObject({ reason: text(1000, 4) }),
    response: standardDraftView,
    versioned: 'write',
    problems: changing,
  },
});
