import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, money, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { agreementSummary, agreementTerms, agreementView, term } from './agreement-views';
import { AGREEMENT_STATES } from './states';
import * as view from './views';

const REASON = text(500, 4);
const signed = [
  ...view.DECIDED,
  'AGREEMENT_OVERLAPS',
  'AGREEMENT_BACKDATED',
  'AGREEMENT_DAYS_TAKEN',
  'WAGE_BELOW_MINIMUM',
] as const;
const drawn = ['AGREEMENT_TERMS', 'AGREEMENT_PRODUCT', 'AGREEMENT_HOUSEHOLD', 'WAGE_BELOW_MINIMUM'] as const;

const heldDelivery = z.object({
  id: uuid,
  supplier: view.namedSupplier,
  household: view.namedHousehold,
  product: z.object({ id: uuid, name: z.string() }),
  grams: z.number().int(),
  deliveredOn: date,
  why: bilingual,
  heldAt: instant,
});

export const agreementRoutes = defineRoutes({
  'GET /benefit/agreements': {
    summary: 'Linkage agreements (利益联结) of the own supplier or jurisdiction, newest first',
    access: view.benefitReaders,
    query: z.strictObject({
      supplier: uuid.optional(),
      household: uuid.optional(),
      product: uuid.optional(),
      kind: view.linkageKind.optional(),
      state: z.enum(AGREEMENT_STATES).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(agreementSummary),
  },
  'GET /benefit/agreements/{id}': {
    summary: 'One version of an agreement: terms, the page in plain words, who signed how, target against delivered',
    access: view.benefitReaders,
    params: view.byId,
    response: agreementView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /benefit/agreements': {
    summary: "A supplier's clerk draws up an agreement with a household",
    access: view.supplierAlone,
    body: z.strictObject({ supplierId: uuid, householdId: uuid, terms: agreementTerms, ...term }),
    response: agreementView,
    status: 201,
    versioned: 'read',
    problems: ['NOT_FOUND', ...drawn],
  },
  'PUT /benefit/agreements/{id}': {
    summary: 'Writes a draft anew',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ terms: agreementTerms, ...term }),
    response: agreementView,
    versioned: 'write',
    problems: [...view.DECIDED, ...drawn],
  },
  'POST /benefit/agreements/{id}/offer': {
    summary: 'The supplier signs the page in plain words; its hash is kept, the household hears of it',
    access: view.supplierAlone,
    params: view.byId,
    response: agreementView,
    versioned: 'write',
    problems: signed,
  },
  'POST /benefit/agreements/{id}/code': {
    summary: "Sends the household's phones a code that signs exactly this page",
    access: view.supplierAlone,
    params: view.byId,
    response: z.object({ expiresAt: instant, phones: z.number().int() }),
    status: 201,
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'HOUSEHOLD_WITHOUT_PHONE', 'RATE_LIMITED'],
  },
  'POST /benefit/agreements/{id}/sign-by-code': {
    summary: 'The household signs at the desk by the code on its phone',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ code: view.typedCode }),
    response: agreementView,
    versioned: 'write',
    problems: [...signed, 'WRONG_CODE'],
  },
  'POST /benefit/agreements/{id}/witness': {
    summary:
      'The household signed on paper before a witness; the photo of the sheet is kept, the household hears of it',
    access: only('supplier', 'countyAgriculture', 'countyRevitalisation'),
    params: view.byId,
    body: z.strictObject({ name: text(60, 2), role: view.witnessRole, paperId: uuid, on: date }),
    response: agreementView,
    versioned: 'write',
    problems: [...signed, 'PAPER_UNKNOWN', 'WITNESS_UNFIT'],
  },
  'POST /benefit/agreements/{id}/withdraw': {
    summary: 'The supplier takes back a draft or an offer',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ reason: REASON }),
    response: agreementView,
    versioned: 'write',
    problems: view.DECIDED,
  },
  'POST /benefit/agreements/{id}/amend': {
    summary:
      'Draws up the next version; once both sides signed it, it binds from its first day, the old one until the day before',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ terms: agreementTerms, ...term }),
    response: agreementView,
    status: 201,
    versioned: 'write',
    problems: [...view.DECIDED, ...drawn, 'AMENDMENT_OPEN', 'AGREEMENT_BACKDATED'],
  },
  'POST /benefit/agreements/{id}/end': {
    summary: 'The supplier ends it with a reason; days until the last one stay bound',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ reason: REASON, lastDay: date }),
    response: agreementView,
    versioned: 'write',
    problems: [...view.DECIDED, 'AGREEMENT_BACKDATED'],
  },
  'GET /benefit/delivery-terms': {
    summary:
      'What a delivery of a household would earn today, and how much is still open: for whoever stands at the scale',
    access: view.benefitReaders,
    query: z.strictObject({
      supplier: uuid,
      household: uuid,
      product: uuid,
      on: date.optional(),
      lot: uuid.optional(),
    }),
    response: z.object({
      on: date,
      agreements: z.array(
        z.object({
          id: uuid,
          number: z.string(),
          priority: z.number().int(),
          floorPricePerKg: money,
          premiumPerKg: money,
          /** The least of contract, cap of the year and cap of the lot. */
          openGrams: z.number().int(),
        }),
      ),
      openGrams: z.number().int(),
    }),
    problems: ['NOT_FOUND'],
  },
  'GET /benefit/held-deliveries': {
    summary:
      'Confirmed deliveries that no agreement covers whole: what is missing, until an agreement is signed or amended',
    access: view.benefitReaders,
    query: z.strictObject({ supplier: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(heldDelivery),
  },
  'GET /me/held-deliveries': {
    summary: "The household's own deliveries that no agreement covers yet, and why, newest first",
    access: view.householdAlone,
    query: z.strictObject({ household: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(heldDelivery),
  },
  'GET /me/agreements': {
    summary: "The household's own agreements, what waits for its signature first",
    access: view.householdAlone,
    response: z.object({ data: z.array(agreementView) }),
  },
  'GET /me/agreements/{id}': {
    summary: 'One of the own agreements, in plain words',
    access: view.householdAlone,
    params: view.byId,
    response: agreementView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /me/agreements/{id}/sign': {
    summary: 'The household signs exactly the page it read, named by its hash',
    access: view.householdAlone,
    params: view.byId,
    body: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'sha-256') }),
    response: agreementView,
    versioned: 'write',
    problems: [...signed, 'AGREEMENT_WORDS_CHANGED'],
  },
  'POST /me/agreements/{id}/decline': {
    summary: 'The household does not want it so',
    access: view.householdAlone,
    params: view.byId,
    body: z.strictObject({ reason: text(500, 2) }),
    response: agreementView,
    versioned: 'write',
    problems: view.DECIDED,
  },
  'POST /me/agreements/{id}/end': {
    summary: 'The household ends it with a reason; what is earned until the last day stays owed',
    access: view.householdAlone,
    params: view.byId,
    body: z.strictObject({ reason: text(500, 2), lastDay: date }),
    response: agreementView,
    versioned: 'write',
    problems: [...view.DECIDED, 'AGREEMENT_BACKDATED'],
  },
});
