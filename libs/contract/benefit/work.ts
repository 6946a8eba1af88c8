import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, money, page, text, uuid } from '../core/scalars';
import { defineRoutes } from '../core/route';
import { AGREEMENT_STATES, WORK_STATES } from './states';
import * as view from './views';

const days = z.number().int().min(1).max(31);
const pieces = z.number().int().min(1).max(1_000_000);
/** Who of the household worked, where it was not its head. */
const worker = text(20, 2).nullable().default(null);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM');

export const workView = z.object({
  version: z.number().int(),
  id: uuid,
  state: z.enum(WORK_STATES),
  supplier: view.namedSupplier,
  household: view.namedHousehold,
  agreement: z.object({ id: uuid, number: z.string() }),
  /** The days lie between these two, both included. */
  from: date,
  to: date,
  days: z.number().int(),
  pieces: z.number().int().nullable(),
  /** Who of the household worked; its head where nobody else is named. */
  worker: z.string(),
  /** A day or a piece. */
  rate: money,
  /** What it earns or would earn; never below the county's least day wage. */
  amount: money,
  why: bilingual,
  /** By a code of the day, a sheet, or the household's own session. */
  how: z.enum(['code', 'sheet', 'session']).nullable(),
  recordedAt: instant,
  confirmedAt: instant.nullable(),
  witness: view.witness.nullable(),
  /** A witnessed record stands from this day on where nobody contests it. */
  standsOn: date.nullable(),
  contest: view.contested.nullable(),
  /** Somewhere on its way the worker said that it was not so: then only an officer of the county witnesses it. */
  wasContested: z.boolean(),
  correctionReason: z.string().nullable(),
  replacesId: uuid.nullable(),
  replacedById: uuid.nullable(),
});

/** `id` is made by the device, so that a queue that sends twice writes once. */
const line = z.strictObject({
  id: uuid,
  agreementId: uuid,
  from: date,
  to: date,
  days,
  pieces: pieces.nullable().default(null),
  worker,
});

const judged = ['WORK_NOT_EMPLOYMENT', 'AGREEMENT_NOT_IN_FORCE', 'WORK_DAYS', 'WORK_OVERLAPS', 'WORK_PIECES'] as const;

export const workRoutes = defineRoutes({
  'GET /benefit/work': {
    summary: 'Records of work of the own supplier or jurisdiction, newest first',
    access: view.benefitReaders,
    query: z.strictObject({
      supplier: uuid.optional(),
      household: uuid.optional(),
      state: z.enum(WORK_STATES).optional(),
      month: month.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(workView),
  },
  'GET /benefit/work/{id}': {
    summary: 'One record of work',
    access: view.benefitReaders,
    params: view.byId,
    response: workView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /benefit/work-months': {
    summary: 'Days, pieces and wages of one month, household by household',
    access: view.benefitReaders,
    query: z.strictObject({ supplier: uuid, month }),
    response: z.object({
      month: z.string(),
      data: z.array(
        z.object({
          household: view.namedHousehold,
          days: z.number().int(),
          pieces: z.number().int(),
          earned: money,
          /** Recorded or contested, and not earned yet. */
          waiting: money,
        }),
      ),
      totals: z.object({ days: z.number().int(), earned: money, waiting: money }),
    }),
    problems: ['NOT_FOUND'],
  },
  'GET /benefit/workplaces': {
    summary:
      'Whom a clerk enters on a sheet of work, also to keep for later without a network: agreements that bind or did, and pay',
    access: view.supplierAlone,
    response: z.object({
      today: date,
      data: z.array(
        z.object({
          id: uuid,
          supplierId: uuid,
          number: z.string(),
          state: z.enum(AGREEMENT_STATES),
          household: view.namedHousehold,
          dailyWage: money.nullable(),
          pieceRate: money.nullable(),
          pieceName: z.string().nullable(),
          effectiveFrom: date,
          effectiveTo: date.nullable(),
        }),
      ),
    }),
  },
  'POST /benefit/work-codes': {
    summary: 'The code of the day, to be written on the wall of the workshop: who types it worked that day',
    access: view.supplierAlone,
    body: z.strictObject({ supplierId: uuid }),
    response: z.object({ day: date, code: z.string() }),
    status: 201,
    problems: ['NOT_FOUND'],
  },
  'POST /benefit/work-sheets': {
    summary: 'Enters a sheet: whole or not at all; lines with ids that are known already are left as they are',
    access: view.supplierAlone,
    body: z.strictObject({
      supplierId: uuid,
      lines: z.array(line).min(1).max(200),
      witness: z
        .strictObject({ name: text(60, 2), role: view.witnessRole, paperId: uuid })
        .nullable()
        .default(null),
    }),
    response: z.object({ data: z.array(workView) }),
    status: 201,
    problems: ['NOT_FOUND', 'ID_USED', 'PAPER_UNKNOWN', 'WITNESS_UNFIT', ...judged],
  },
  'POST /benefit/work/{id}/correct': {
    summary:
      'Writes a new record in the place of one that is wrong; both stay readable, the worker confirms the new one',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({
      id: uuid,
      from: date,
      to: date,
      days,
      pieces: pieces.nullable().default(null),
      worker,
      reason: text(300, 4),
    }),
    response: workView,
    status: 201,
    versioned: 'write',
    problems: [...view.DECIDED, 'ID_USED', ...judged],
  },
  'POST /benefit/work/{id}/witness': {
    summary: 'Somebody who is no party to it stands for it, by a signed sheet; the worker may contest it for some days',
    access: view.desk,
    params: view.byId,
    body: z.strictObject({ name: text(60, 2), role: view.witnessRole, paperId: uuid, on: date }),
    response: workView,
    versioned: 'write',
    problems: [...view.DECIDED, 'PAPER_UNKNOWN', 'WITNESS_UNFIT'],
  },
  'POST /benefit/work/{id}/contest': {
    summary: 'A worker without a phone says that it was not so: written down in its name, with the sheet it signed',
    access: view.desk,
    params: view.byId,
    body: view.saidFor,
    response: workView,
    versioned: 'write',
    problems: [...view.DECIDED, 'PAPER_UNKNOWN'],
  },
  'POST /benefit/work/{id}/withdraw': {
    summary: 'Takes a record back that was never earned',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ reason: text(300, 4) }),
    response: workView,
    versioned: 'write',
    problems: view.DECIDED,
  },
  'GET /me/work': {
    summary: "The household's own records of work, what waits for an answer first",
    access: view.householdAlone,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(workView),
  },
  'POST /me/work': {
    summary: 'The worker types the code of the day: the day is recorded and confirmed at once, one a household',
    access: view.householdAlone,
    body: z.strictObject({ agreementId: uuid, code: view.typedCode, pieces: pieces.nullable().default(null) }),
    response: workView,
    status: 201,
    problems: ['NOT_FOUND', 'WRONG_CODE', 'RATE_LIMITED', ...judged],
  },
  'POST /me/work/{id}/confirm': {
    summary: 'The worker says: so it was',
    access: view.householdAlone,
    params: view.byId,
    response: workView,
    versioned: 'write',
    problems: view.DECIDED,
  },
  'POST /me/work/{id}/contest': {
    summary: 'The worker says: so it was not, and why',
    access: view.householdAlone,
    params: view.byId,
    body: z.strictObject({ reason: text(500, 2) }),
    response: workView,
    versioned: 'write',
    problems: view.DECIDED,
  },
});
