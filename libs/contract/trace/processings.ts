import { z } from 'zod';
import { cursor, date, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { grams } from './deliveries';
import { LOSS_REASONS } from './lots';

/** What is done to goods; how much of them may come out is a dated setting for each. */
export const PROCESSING_KINDS = [
  'grading',
  'mixing',
  'splitting',
  'drying',
  'milling',
  'pressing',
  'slaughtering',
  'roasting',
  'pickling',
  'other',
] as const;

const byId = z.strictObject({ id: uuid });
const own = only('supplier');
const part = z.object({ lotId: uuid, lotCode: z.string(), productName: z.string(), grams: z.number().int() });

export const processingView = z.object({
  id: uuid,
  supplierId: uuid,
  kind: z.enum(PROCESSING_KINDS),
  performedOn: date,
  note: z.string().nullable(),
  inputs: z.array(part),
  outputs: z.array(part),
  losses: z.array(z.object({ reason: z.enum(LOSS_REASONS), grams: z.number().int() })),
  /** Grams out of a hundred grams in, in basis points. */
  yieldBp: z.number().int(),
});

export const processingRoutes = defineRoutes({
  'GET /supplier/processings': {
    summary: 'What the own supplier made of its lots, the newest first',
    access: own,
    query: z.strictObject({ lot: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(processingView),
  },
  'GET /supplier/processing-yields': {
    summary: 'What may come out of each kind of processing, in basis points of what goes in',
    access: own,
    response: z.object({
      data: z.array(z.object({ kind: z.enum(PROCESSING_KINDS), leastBp: z.number().int(), mostBp: z.number().int() })),
    }),
  },
  'POST /supplier/processings': {
    summary: 'Makes lots of lots: what goes in = what comes out + what is lost, and no lot is made of itself',
    access: own,
    body: z.strictObject({
      id: uuid,
      supplierId: uuid,
      kind: z.enum(PROCESSING_KINDS),
      performedOn: date,
      note: text(500, 0).nullable().default(null),
      inputs: z
        .array(z.strictObject({ lotId: uuid, grams }))
        .min(1)
        .max(100),
      /** Into a lot that is there, or (with `productId`) into a new one of that id. */
      outputs: z
        .array(z.strictObject({ lotId: uuid, productId: uuid.optional(), grams }))
        .min(1)
        .max(20),
      losses: z
        .array(z.strictObject({ reason: z.enum(LOSS_REASONS), grams }))
        .max(10)
        .default([]),
    }),
    response: processingView,
    status: 201,
    problems: [
      'NOT_FOUND',
      'ID_USED',
      'LOT_CIRCLE',
      'LOT_CLOSED',
      'LOT_RECALLED',
      'LOT_MASS_BALANCE',
      'LOT_PRODUCT',
      'LOT_DAY',
      'PROCESSING_UNBALANCED',
      'PROCESSING_YIELD',
    ],
  },
  'GET /supplier/processings/{id}': {
    summary: 'One act of processing',
    access: own,
    params: byId,
    response: processingView,
    problems: ['NOT_FOUND'],
  },
});
