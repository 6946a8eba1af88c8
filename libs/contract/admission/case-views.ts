import { z } from 'zod';
import { bilingual, date, instant, regionCode, uuid } from '../core/scalars';
import { groundView, MEASURE_KINDS, measureView } from './measure-views';

export const CASE_STATES = ['open', 'proposed', 'closed'] as const;
export const CASE_ACTIONS = ['impose', 'propose', 'drop', 'decide', 'close', 'state'] as const;

export const caseEntry = z.object({
  version: z.number().int(),
  id: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  productId: uuid.nullable(),
  productName: z.string().nullable(),
  ground: groundView,
  summary: bilingual,
  state: z.enum(CASE_STATES),
  byMachine: z.boolean(),
  /** A wish to leave: `statementUntil` is then how long it is on public notice. */
  bySupplier: z.boolean(),
  openedAt: instant,
  foundOn: date,
  statementUntil: date.nullable(),
  closedAt: instant.nullable(),
  outcome: z.string().nullable(),
});

export const caseView = caseEntry.extend({
  /** Where the ground comes from: the law or rule, and whose the days are. */
  groundSource: z.string(),
  /** What the published list provides for on this ground; null where no setting stood on the day it was found. */
  provided: z
    .object({
      stages: z.array(z.enum(MEASURE_KINDS)),
      rectificationDays: z.number().int().nullable(),
      barMonths: z.number().int().nullable(),
    })
    .nullable(),
  /** How many earlier cases on the same ground came to a measure that stood: a repeat weighs more. */
  earlier: z.number().int(),
  proposal: z
    .object({
      kind: z.enum(['suspension', 'exit']),
      by: z.object({ id: uuid, name: z.string() }),
      at: instant,
      reason: z.string(),
      barMonths: z.number().int().nullable(),
    })
    .nullable(),
  statements: z.array(z.object({ id: uuid, statement: z.string(), files: z.array(uuid), statedAt: instant })),
  measures: z.array(measureView.omit({ rectification: true, appeal: true, may: true })),
  /** What somebody may do with it now. */
  may: z.array(z.enum(CASE_ACTIONS)),
});
