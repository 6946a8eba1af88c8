import { z } from 'zod';
import { bilingual, date, instant, regionCode, uuid } from '../core/scalars';
import { APPLICATION_STATES } from './application-states';
import { creditSnapshot, inspectionView } from './inspection-views';
import { publicNotice } from './public-notice-views';

export const DEPARTMENTS = ['agriculture', 'revitalisation'] as const;

/** What each department answers for with its signature (财办库〔2022〕273号): all of it, or it does not sign. */
export const COUNTY_QUESTIONS = {
  agriculture: ['producesHere', 'supplyCapacity', 'quality'],
  revitalisation: ['linkageReal', 'householdsNamed', 'incomeEffect'],
} as const;

/** Whose turn it is. */
export const REVIEW_STEPS = ['county', 'city', 'province', 'review'] as const;

export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
/** What an application is looked at more closely for. */
const riskReason = z.enum([
  ...(['exited', 'measured', 'sampleFailed', 'faults', 'categoryFailed', 'rejected'] as const),
  ...(['sentBack', 'paperEnded', 'trader', 'newcomer'] as const),
]);

export const queueEntry = z.object({
  applicationId: uuid,
  version: z.number().int(),
  supplierName: z.string(),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  state: z.enum(APPLICATION_STATES),
  step: z.enum(REVIEW_STEPS),
  round: z.number().int(),
  waitingSince: instant,
  /** The last working day on which this step should be done. */
  dueOn: date,
  overdue: z.boolean(),
  /** Blocking criteria that machines found not met. */
  faults: z.number().int(),
  /** The level of the gravest of its reasons; without any it is low. */
  risk: z.object({ level: z.enum(RISK_LEVELS), reasons: z.array(riskReason) }),
  /** How many verdicts of this round there are. */
  verdicts: z.number().int(),
  claim: z.object({ by: z.string(), until: instant, mine: z.boolean() }).nullable(),
});

const signer = z.object({ id: uuid, name: z.string() });
const signature = { round: z.number().int(), signedBy: signer, opinion: z.string(), signedAt: instant };

export const ITEM_RESULTS = ['pass', 'fail', 'notApplicable'] as const;
const item = z.object({ criterion: z.string(), result: z.enum(ITEM_RESULTS), note: z.string() });

/** Why somebody may not take a step; null where it is free to take. */
export const STEP_REFUSALS = [
  'NOT_YOUR_PART',
  'SUBMITTED_IT',
  'BELONGS_TO_PARTY',
  'HAD_ANOTHER_PART',
  'SAME_ORGANISATION',
  'RECUSED',
  'NOT_AT_THIS_STEP',
  'ALREADY_DONE',
  'CLAIMED_BY_OTHER',
  'NOT_CLAIMED',
] as const;

export const REVIEW_ACTIONS = [
  'signAgriculture',
  'signRevitalisation',
  'checkCity',
  'checkProvince',
  'claim',
  'decide',
  'requestCorrections',
  'reject',
] as const;

export const reviewView = z.object({
  /** Of the application: every decision names the version it was made on. */
  version: z.number().int(),
  applicationId: uuid,
  supplierId: uuid,
  supplierName: z.string(),
  state: z.enum(APPLICATION_STATES),
  step: z.enum(REVIEW_STEPS).nullable(),
  round: z.number().int(),
  waitingSince: instant.nullable(),
  /** The last working day on which the step should be done; null where nobody has it. */
  dueOn: date.nullable(),
  /** Of city and province, those that this application goes through. */
  levels: z.array(z.enum(['city', 'province'])),
  recommendations: z.array(
    z.object({
      ...signature,
      department: z.enum(DEPARTMENTS),
      confirmed: z.array(z.string()),
      sealNumber: z.string().nullable(),
    }),
  ),
  checks: z.array(z.object({ ...signature, level: z.enum(['city', 'province']) })),
  /** What reviewers tick, with the rule's words and source and what machines found. */
  checklist: z.array(
    z.object({
      criterion: z.string(),
      name: bilingual,
      kind: z.enum(['blocking', 'scored', 'process']),
      source: z.string(),
      /** The rule's text: how it is looked at. Empty where the standard says nothing. */
      rule: bilingual,
      machine: z.enum(['pass', 'fail', 'notApplicable', 'notJudged']),
      sentence: bilingual,
      /** What machines find today, where it differs from what was frozen when it was handed in. */
      today: z
        .object({ machine: z.enum(['pass', 'fail', 'notApplicable', 'notJudged']), sentence: bilingual })
        .nullable(),
    }),
  ),
  /** Of others in this round, a reviewer who has still to judge learns that they are there, and nothing of what they say. */
  reviews: z.array(
    z.object({
      id: uuid,
      /** Of this review: what If-Match of its checklist names. */
      version: z.number().int(),
      round: z.number().int(),
      reviewer: signer,
      mine: z.boolean(),
      state: z.enum(['claimed', 'released', 'decided']),
      claimedUntil: instant,
      declaredAt: instant.nullable(),
      verdict: z.enum(['approve', 'reject']).nullable(),
      reason: z.string().nullable(),
      decidedAt: instant.nullable(),
      items: z.array(item),
    }),
  ),
  corrections: z.array(
    z.object({
      round: z.number().int(),
      requestedBy: signer,
      reason: z.string(),
      fields: z.array(z.object({ pointer: z.string(), note: z.string() })),
      dueOn: date,
      requestedAt: instant,
    }),
  ),
  inspections: z.array(inspectionView),
  credit: z.array(creditSnapshot),
  notices: z.array(publicNotice),
  /** What a machine found after the public notice, and why nothing goes on by itself. */
  heldFor: z.array(bilingual),
  /** Whether the caller may order an inspection or note what registers say. */
  mayAddFacts: z.boolean(),
  /** The caller's own steps: a button that may not be pressed says why. */
  actions: z.array(
    z.object({ action: z.enum(REVIEW_ACTIONS), allowed: z.boolean(), why: z.enum(STEP_REFUSALS).nullable() }),
  ),
});
