import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { LOT_STATES, RECALL_STATES } from './states';

/** 1: may harm gravely; 2: may harm; 3: wrong label without harm (食品召回管理办法). */
export const RECALL_CLASSES = [1, 2, 3] as const;

const byId = z.strictObject({ id: uuid });
const may = only('supplier', 'operator');
const readers = only('supplier', 'operator', 'reviewer', 'auditor', 'mediator');
const deciding = ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'] as const;
const recallClass = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** How far a recall reaches: forwards from its lots through all processing to every parcel. */
const reach = z.object({
  lots: z.array(z.object({ id: uuid, code: z.string(), productName: z.string(), shippedGrams: z.number().int() })),
  orderLines: z.number().int(),
  packs: z.number().int(),
  grams: z.number().int(),
});

export const recallView = z.object({
  version: z.number().int(),
  id: uuid,
  state: z.enum(RECALL_STATES),
  supplier: z.object({ id: uuid, name: z.string() }),
  class: recallClass,
  reason: z.string(),
  /** What buyers and the public read. */
  notice: z.string(),
  openedBy: z.enum(['supplier', 'platform']),
  openedAt: instant,
  closedAt: instant.nullable(),
  result: z.string().nullable(),
  /** Packs that came back or were destroyed. */
  packsRecovered: z.number().int().nullable(),
  reach,
});

export const recallRoutes = defineRoutes({
  'GET /trace/recalls': {
    summary: 'Recalls: of the own supplier, or all of them for the platform; the newest first',
    access: readers,
    query: z.strictObject({ state: z.enum(RECALL_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(recallView.omit({ version: true, reach: true }).extend({ lots: z.number().int() })),
  },
  'POST /trace/recalls': {
    summary: 'Recalls lots: they and all that was made of them stop shipping at once, every buyer is told',
    access: may,
    body: z.strictObject({
      id: uuid,
      lotIds: z.array(uuid).min(1).max(50),
      class: recallClass,
      reason: text(500, 4),
      notice: text(1000, 10),
    }),
    response: recallView,
    status: 201,
    problems: ['NOT_FOUND', 'ID_USED', 'LOT_RECALLED'],
  },
  'GET /trace/recalls/{id}': {
    summary: 'One recall with how far it reaches',
    access: readers,
    params: byId,
    response: recallView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /trace/recalls/{id}/close': {
    summary: 'Ends a recall with what came back; its lots stay blocked',
    access: may,
    params: byId,
    body: z.strictObject({ result: text(1000, 4), packsRecovered: z.number().int().min(0).max(100_000_000) }),
    response: recallView,
    versioned: 'write',
    problems: deciding,
  },
  'POST /trace/recalls/{id}/withdrawal': {
    summary: 'The suspicion was wrong: by the platform only; the lots may ship again',
    access: only('operator'),
    params: byId,
    body: z.strictObject({ result: text(1000, 4) }),
    response: recallView,
    versioned: 'write',
    problems: deciding,
  },
  'GET /trace/lots': {
    summary: 'Lots of suppliers that one watches over, by the beginning of their code: ten at most',
    access: only('operator'),
    query: z.strictObject({ code: z.string().regex(/^[A-Za-z0-9-]{4,40}$/) }),
    response: z.object({
      data: z.array(
        z.object({
          id: uuid,
          code: z.string(),
          productName: z.string(),
          supplierName: z.string(),
          producedOn: date,
          state: z.enum(LOT_STATES),
        }),
      ),
    }),
  },
  'GET /trace/lots/{id}/reach': {
    summary: 'What a recall of a lot would touch, before anybody recalls it',
    access: readers,
    params: byId,
    response: reach,
    problems: ['NOT_FOUND'],
  },
  'GET /trace/order-lines/{id}/origin': {
    summary:
      'From a sold line back to its lots and, through all processing, to what households brought; small counts are not shown',
    access: only('supplier', 'operator', 'reviewer', 'auditor', 'mediator'),
    params: byId,
    response: z.object({
      lots: z.array(
        z.object({
          lotCode: z.string(),
          productName: bilingual,
          producedOn: date,
          /** Steps of processing between this lot and the parcel; 0 is what was shipped. */
          depth: z.number().int(),
          packs: z.number().int().nullable(),
          deliveredGrams: z.number().int(),
          ownGrams: z.number().int(),
          firstDeliveredOn: date.nullable(),
          lastDeliveredOn: date.nullable(),
          /** Null under ten. */
          households: z.number().int().nullable(),
          /** Null where fewer than ten households live behind the name. */
          village: z.string().nullable(),
          countyName: z.string().nullable(),
        }),
      ),
    }),
    problems: ['NOT_FOUND'],
  },
  'GET /recalls': {
    summary: 'Published recalls, the newest first',
    access: open,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        id: uuid,
        state: z.enum(RECALL_STATES),
        class: recallClass,
        supplierName: z.string(),
        productNames: z.array(bilingual),
        lotCodes: z.array(z.string()),
        notice: z.string(),
        openedOn: date,
        closedOn: date.nullable(),
        result: z.string().nullable(),
      }),
    ),
  },
});
