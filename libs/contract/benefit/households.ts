import { z } from 'zod';
import { bilingual, cursor, date, limit, money, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { agreementSummary } from './agreement-views';
import * as view from './views';

/** due = settled + paid outside + waiting + open, to the fen. */
export const dues = z.object({
  due: money,
  /** Put aside for the household by settlement, from sales that are final. */
  funded: money,
  /** Paid by the supplier itself, and confirmed by the household. */
  paidOutside: money,
  /** Said to be paid outside, and not confirmed yet. */
  waiting: money,
  open: money,
});

export const obligationView = z.object({
  id: uuid,
  kind: view.obligationKind,
  agreement: z.object({ id: uuid, number: z.string(), kind: view.linkageKind }).nullable(),
  why: bilingual,
  earnedOn: date,
  amounts: dues,
  /** What is wrong with it according to the household, and how that stands. */
  contestId: uuid.nullable(),
});

const householdRow = z.object({
  household: view.namedHousehold,
  countyName: z.string(),
  supplier: view.namedSupplier,
  joinedOn: date,
  agreements: z.number().int(),
  inForce: z.number().int(),
  amounts: dues,
  lastEarnedOn: date.nullable(),
});

export const householdRoutes = defineRoutes({
  'GET /benefit/households': {
    summary: 'Households of a supplier with what is owed, settled and open',
    access: view.benefitReaders,
    query: z.strictObject({
      supplier: uuid.optional(),
      q: text(40, 1).optional(),
      /** Only those to whom something is owed that is not paid yet. */
      owed: z.stringbool().optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(householdRow),
  },
  'GET /benefit/households/{id}': {
    summary: 'One household: what it is owed by kind, and its agreements',
    access: view.benefitReaders,
    params: view.byId,
    response: householdRow.extend({
      byKind: z.array(z.object({ kind: view.obligationKind, amounts: dues })),
      agreementsList: z.array(agreementSummary),
    }),
    problems: ['NOT_FOUND'],
  },
  'GET /benefit/households/{id}/obligations': {
    summary: 'What a household is owed, line by line, newest first, each with its reason in one sentence',
    access: view.benefitReaders,
    params: view.byId,
    query: z.strictObject({ open: z.stringbool().optional(), cursor: cursor.optional(), limit }),
    response: page(obligationView),
    problems: ['NOT_FOUND'],
  },
  'GET /benefit/collectives': {
    summary:
      'Village collectives with what suppliers owe them as their share, settled and open; also for the collective itself',
    access: view.benefitReaders,
    query: z.strictObject({ supplier: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        collective: view.namedCollective,
        supplier: view.namedSupplier,
        amounts: dues,
        lastEarnedOn: date,
      }),
    ),
  },
  'GET /benefit/collectives/{id}/obligations': {
    summary:
      'What a village collective is owed by a supplier, line by line, newest first, each with its reason in one sentence',
    access: view.benefitReaders,
    params: view.byId,
    query: z.strictObject({ supplier: uuid, open: z.stringbool().optional(), cursor: cursor.optional(), limit }),
    response: page(obligationView),
    problems: ['NOT_FOUND'],
  },
  'POST /benefit/papers': {
    summary: 'Keeps the photo of a signed sheet, a receipt or a resolution; named by id where it proves something',
    access: only('supplier', 'countyAgriculture', 'countyRevitalisation'),
    query: z.strictObject({ supplierId: uuid, householdId: uuid.optional() }),
    upload: { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 12 * 1024 * 1024 },
    response: z.object({ paperId: uuid, mediaType: z.string(), pages: z.number().int() }),
    status: 201,
    problems: ['NOT_FOUND', 'DOCUMENT_REFUSED', 'TOO_MANY_DOCUMENTS', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
  },
  'GET /benefit/papers/{id}': {
    summary: 'The paper itself, for those who read the supplier, and for the household it is about',
    access: only(
      'supplier',
      'countyAgriculture',
      'countyRevitalisation',
      'auditor',
      'reviewer',
      'operator',
      'finance',
      'farmer',
    ),
    params: view.byId,
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND'],
  },
});
