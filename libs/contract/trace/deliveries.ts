import { z } from 'zod';
import { cursor, date, instant, limit, money, page, price, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { DELIVERY_STATES } from './states';

/** Grades of goods at the scale; which of them a category knows is a dated setting. */
export const GRADES = ['special', 'first', 'second', 'third', 'ungraded'] as const;
export const WITNESS_ROLES = ['villageOfficer', 'countyOfficer', 'neighbour', 'other'] as const;

/** Whole grams; a scale of a thousand tonnes does not exist. */
export const grams = z.number().int().min(1).max(1_000_000_000);
const grade = z.enum(GRADES);
const byId = z.strictObject({ id: uuid });
const own = only('supplier');
/** The supplier's desk, and the officers of its county, who witness and object for households without a phone. */
const desk = only('supplier', 'countyAgriculture', 'countyRevitalisation');
const farmer = only('farmer');
const deciding = ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'] as const;
const judged = [
  'DELIVERY_HOUSEHOLD',
  'DELIVERY_DAY',
  'DELIVERY_GRADE',
  'DELIVERY_BELOW_FLOOR',
  'LOT_CLOSED',
  'LOT_RECALLED',
  'PAPER_UNKNOWN',
] as const;

/** Files of trace: scale tickets, certificates, test reports. */
const MAX_PAPER_BYTES = 12 * 1024 * 1024;
const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export const deliveryView = z.object({
  version: z.number().int(),
  id: uuid,
  state: z.enum(DELIVERY_STATES),
  supplier: z.object({ id: uuid, name: z.string() }),
  lot: z.object({ id: uuid, code: z.string() }),
  product: z.object({ id: uuid, name: z.string() }),
  household: z.object({ id: uuid, displayName: z.string(), village: z.string() }),
  grams: z.number().int(),
  /** Grams of goods that these make, by the dated yield of the category: what counts in the lot. */
  yieldGrams: z.number().int(),
  grade,
  /** Agreed or offered, per kilogram; null where the agreement alone says it. */
  pricePerKg: money.nullable(),
  deliveredOn: date,
  recordedAt: instant,
  ticketFileId: uuid.nullable(),
  note: z.string().nullable(),
  /** Counts in the lot: confirmed, or witnessed and not yet replaced. */
  counts: z.boolean(),
  confirmedAt: instant.nullable(),
  /** `phone`: the household's own session; `code`: its code at the scale; `silence`: witnessed and not contested in time; `sheet`: a signed sheet. */
  confirmedBy: z.enum(['phone', 'code', 'silence', 'sheet']).nullable(),
  witness: z
    .object({ name: z.string(), role: z.enum(WITNESS_ROLES), at: instant, sheetFileId: uuid.nullable() })
    .nullable(),
  /** A witnessed one is confirmed by silence on this day. */
  confirmsOn: date.nullable(),
  /** `paperId`: the sheet by which it was said in the household's name. */
  contest: z.object({ reason: z.string(), at: instant, paperId: uuid.nullable() }).nullable(),
  /** Somewhere on its way the household said that it was not so: only itself or the county's officer may say now that it is. */
  wasContested: z.boolean(),
  /** The row this one stands for, and the row that stands for this one. */
  replacesId: uuid.nullable(),
  replacedById: uuid.nullable(),
  correctionReason: z.string().nullable(),
});

/** What comes off the scale; `id` is made by the device, so that what was sent twice is one delivery. */
const weighed = {
  id: uuid,
  lotId: uuid,
  householdId: uuid,
  grams,
  grade: grade.default('ungraded'),
  pricePerKg: price.nullable().default(null),
  deliveredOn: date,
  ticketFileId: uuid.nullable().default(null),
  note: text(300, 0).nullable().default(null),
};

/** Grams on the scale, and what they cost where a price was written down, each delivery rounded to the fen. */
const deliverySums = {
  deliveries: z.number().int(),
  households: z.number().int(),
  grams: z.number().int(),
  /** Neither confirmed nor witnessed yet, or contested. */
  waiting: z.number().int(),
  priced: money,
  unpricedGrams: z.number().int(),
};

const ofOwn = z.strictObject({
  state: z.enum(DELIVERY_STATES).optional(),
  lot: uuid.optional(),
  household: uuid.optional(),
  from: date.optional(),
  to: date.optional(),
  cursor: cursor.optional(),
  limit,
});

export const deliveryRoutes = defineRoutes({
  'GET /supplier/scale': {
    summary: 'What a clerk needs at the scale, also to keep for later without a network: households, open lots, grades',
    access: own,
    response: z.object({
      households: z.array(
        z.object({ id: uuid, supplierId: uuid, displayName: z.string(), village: z.string(), hasPhone: z.boolean() }),
      ),
      lots: z.array(
        z.object({
          id: uuid,
          supplierId: uuid,
          code: z.string(),
          productId: uuid,
          productName: z.string(),
          producedOn: date,
          grades: z.array(grade),
        }),
      ),
      /** What a lot can be opened of where none is open yet. */
      products: z.array(z.object({ id: uuid, supplierId: uuid, name: z.string(), grades: z.array(grade) })),
      /** Days back that a delivery may still be entered. */
      backDays: z.number().int(),
      today: date,
    }),
  },
  'POST /supplier/lot-papers': {
    summary: 'Keeps a photo of a scale ticket, a certificate or a test report; named by id when something is recorded',
    access: desk,
    query: z.strictObject({ supplierId: uuid }),
    upload: { mediaTypes: MEDIA_TYPES, maxBytes: MAX_PAPER_BYTES },
    response: z.object({ fileId: uuid, mediaType: z.string(), pages: z.number().int() }),
    status: 201,
    problems: ['NOT_FOUND', 'DOCUMENT_REFUSED', 'TOO_MANY_DOCUMENTS', 'RATE_LIMITED'],
  },
  'GET /supplier/lot-papers/{id}': {
    summary: 'The file itself, for the supplier it is of and the officers of its county',
    access: desk,
    params: byId,
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'GET /supplier/deliveries': {
    summary: 'Deliveries to the own supplier, or to those of the own county; the newest first',
    access: desk,
    query: ofOwn,
    response: page(deliveryView),
  },
  'GET /supplier/deliveries/file': {
    summary: 'The same, narrowed in the same way, as a table written while it is read',
    access: own,
    query: ofOwn.omit({ cursor: true, limit: true }).extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.any(),
    download: true,
    problems: ['RATE_LIMITED'],
  },
  'GET /supplier/delivery-sums': {
    summary:
      'What came in over some days, product by product and grade by grade; a row that was corrected is not in it',
    access: own,
    query: z.strictObject({ from: date, to: date, lot: uuid.optional() }),
    response: z.object({
      data: z.array(
        z.object({
          productId: uuid,
          productName: z.string(),
          grade,
          ...deliverySums,
        }),
      ),
      total: z.object(deliverySums),
    }),
  },
  'POST /supplier/deliveries': {
    summary: 'Records a delivery at the scale; the same id with the same content again is the same delivery',
    access: own,
    body: z.strictObject(weighed),
    response: deliveryView,
    status: 201,
    problems: ['NOT_FOUND', 'ID_USED', ...judged],
  },
  'GET /supplier/deliveries/{id}': {
    summary: 'One delivery',
    access: desk,
    params: byId,
    response: deliveryView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/deliveries/{id}/code': {
    summary: "Sends the household's phones a code that confirms exactly this delivery",
    access: own,
    params: byId,
    response: z.object({ expiresAt: instant, phones: z.number().int() }),
    status: 201,
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'HOUSEHOLD_WITHOUT_PHONE', 'RATE_LIMITED'],
  },
  'POST /supplier/deliveries/{id}/confirmation': {
    summary: 'The household types its code at the scale',
    access: own,
    params: byId,
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/, 'six digits') }),
    response: deliveryView,
    versioned: 'write',
    problems: [...deciding, 'WRONG_CODE', 'LOT_MASS_BALANCE'],
  },
  'POST /supplier/deliveries/{id}/witness': {
    summary:
      'Somebody who is no party to it stands, by a signed sheet, for a household without a phone at hand; it confirms later, or does not contest',
    access: desk,
    params: byId,
    body: z.strictObject({
      name: text(60, 2),
      role: z.enum(WITNESS_ROLES),
      /** The photo of the sheet that was signed. */
      sheetFileId: uuid,
    }),
    response: deliveryView,
    versioned: 'write',
    problems: [...deciding, 'PAPER_UNKNOWN', 'WITNESS_UNFIT', 'LOT_MASS_BALANCE'],
  },
  'POST /supplier/deliveries/{id}/objection': {
    summary: 'A household without a phone says that it was not so: written down in its name, with the sheet it signed',
    access: desk,
    params: byId,
    body: z.strictObject({ reason: text(500, 2), paperId: uuid }),
    response: deliveryView,
    versioned: 'write',
    problems: [...deciding, 'PAPER_UNKNOWN', 'CONTEST_TOO_LATE'],
  },
  'POST /supplier/deliveries/{id}/correction': {
    summary:
      'Writes a new row in the place of one that is wrong; both stay readable, the household confirms the new one',
    access: own,
    params: byId,
    body: z.strictObject({ ...weighed, reason: text(300, 4) }),
    response: deliveryView,
    status: 201,
    versioned: 'write',
    problems: [...deciding, 'ID_USED', ...judged],
  },
  'GET /me/deliveries': {
    summary: "The own household's deliveries, the newest first",
    access: farmer,
    query: z.strictObject({ state: z.enum(DELIVERY_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(deliveryView),
  },
  'GET /me/deliveries/{id}': {
    summary: 'One delivery of the own household',
    access: farmer,
    params: byId,
    response: deliveryView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /me/deliveries/{id}/ticket': {
    summary: 'The photo of the scale ticket',
    access: farmer,
    params: byId,
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'POST /me/deliveries/{id}/confirmation': {
    summary: 'The household says: so it was',
    access: farmer,
    params: byId,
    response: deliveryView,
    versioned: 'write',
    problems: [...deciding, 'LOT_MASS_BALANCE'],
  },
  'POST /me/deliveries/{id}/contest': {
    summary: 'The household says: so it was not, and why',
    access: farmer,
    params: byId,
    body: z.strictObject({ reason: text(500, 2) }),
    response: deliveryView,
    versioned: 'write',
    problems: [...deciding, 'CONTEST_TOO_LATE'],
  },
});
