import { z } from 'zod';
import { bilingual, date, instant, regionCode, uuid } from '../core/scalars';
import { supplierKind } from './findings';

export const publicNotice = z.object({
  id: uuid,
  kind: z.enum(['application', 'recognition']),
  subjectId: uuid,
  supplierId: uuid,
  supplierName: z.string(),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  statement: bilingual,
  startsOn: date,
  /** The last day on which an objection may be handed in. */
  endsOn: date,
  state: z.enum(['open', 'passed', 'failed', 'withdrawn']),
  publishedAt: instant,
  closedAt: instant.nullable(),
  objections: z.number().int(),
  /** Ended, but a machine found something new: people look at it before anything goes on. */
  held: z.boolean(),
});

/** What the public is asked about, beyond the sentence of the notice. */
export const noticedApplication = z.object({
  kind: supplierKind,
  uscc: z.string(),
  standardVersion: z.string(),
  products: z.array(z.string()),
  recommendedBy: z.array(z.object({ department: z.enum(['agriculture', 'revitalisation']), signedOn: date })),
});

/** As those see it who decide; who objected stays sealed until somebody says what for. */
export const objectionView = z.object({
  version: z.number().int(),
  id: uuid,
  noticeId: uuid,
  subjectId: uuid,
  supplierName: z.string(),
  county: z.object({ code: regionCode, name: z.string() }),
  statement: z.string(),
  state: z.enum(['open', 'upheld', 'dismissed']),
  submittedAt: instant,
  decision: z.string().nullable(),
  decidedAt: instant.nullable(),
});

export const objectionDetail = objectionView.extend({
  /** The reader's own steps: not of who had another part in what is objected to. */
  may: z.array(z.enum(['reveal', 'decide'])),
});
