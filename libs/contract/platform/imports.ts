import { z } from 'zod';
import { bilingual, cursor, instant, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { IMPORT_STATES } from './import-states';

/** What may be imported; who may is each kind's own affair, asked beside the roles below. */
export const IMPORT_KINDS = ['linkedHouseholds', 'products', 'prices', 'stock', 'shipments', 'payoutResults'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_ROW_STATES = ['ready', 'known', 'faulty', 'written'] as const;

const importers = only('supplier', 'finance');
const kind = z.enum(IMPORT_KINDS);
const byId = z.strictObject({ id: uuid });
const format = z.enum(['xlsx', 'csv']).default('xlsx');

/** Of one megabyte of rows there are about ten thousand; pictures and other sheets need not come along. */
const MOST_BYTES = 8 * 1024 * 1024;

export const importView = z.object({
  id: uuid,
  kind,
  scopeId: uuid,
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  /** The file's columns that are read, in the order of the template; `heading` as the file has it, null where it is left out. */
  columns: z.array(
    z.object({ column: z.string(), title: bilingual, heading: z.string().nullable(), sensitive: z.boolean() }),
  ),
  /** Headings of the file that nothing answers to. */
  ignored: z.array(z.string()),
  counts: z.object({
    total: z.number().int(),
    /** Will be written once confirmed. */
    ready: z.number().int(),
    /** There already; left as it is. */
    known: z.number().int(),
    faulty: z.number().int(),
    written: z.number().int(),
  }),
  /** Why it stopped, as the code of a problem. */
  stopped: z.string().nullable(),
  /** The same in words. */
  stoppedWhy: bilingual.nullable(),
  createdAt: instant,
  confirmedAt: instant.nullable(),
  endedAt: instant.nullable(),
  version: z.number().int(),
});

export const importRowView = z.object({
  row: z.number().int(),
  state: z.enum(IMPORT_ROW_STATES),
  /** What the cells said; sensitive ones with all but their ends hidden. */
  cells: z.record(z.string(), z.string()),
  faults: z.array(
    z.object({
      column: z.string().nullable(),
      title: bilingual,
      value: z.string(),
      code: z.string(),
      reason: bilingual,
      fix: bilingual,
    }),
  ),
});

export const importRoutes = defineRoutes({
  'GET /import-templates/{kind}': {
    summary: 'An empty table to fill in, with what belongs into each column on its second sheet',
    access: importers,
    params: z.strictObject({ kind }),
    query: z.strictObject({ format }),
    response: z.instanceof(Uint8Array),
    download: true,
  },
  'POST /imports': {
    summary:
      'Hands in a table as the bytes of the request (xlsx, or csv in UTF-8 or GB 18030); answers a preview, nothing is written yet',
    access: importers,
    query: z.strictObject({ kind, scope: uuid, name: text(120) }),
    upload: {
      // Browsers say about a csv whatever the spreadsheet installed beside them taught them; the bytes decide.
      mediaTypes: [
        'text/csv',
        'text/plain',
        'application/csv',
        'application/vnd.ms-excel',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/octet-stream',
      ],
      maxBytes: MOST_BYTES,
    },
    response: importView,
    status: 201,
    versioned: 'read',
    problems: [
      'NOT_FOUND',
      'FORBIDDEN',
      'IMPORT_FILE_REFUSED',
      'NOT_AT_THIS_STEP',
      'BODY_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'RATE_LIMITED',
    ],
  },
  'GET /imports': {
    summary: "The caller's own imports into one place, newest first",
    access: importers,
    query: z.strictObject({ kind, scope: uuid }),
    response: z.object({ data: z.array(importView) }),
  },
  'GET /imports/{id}': {
    summary: 'One of the own imports and how far it has come',
    access: importers,
    params: byId,
    response: importView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /imports/{id}/rows': {
    summary: 'Its rows in the order of the file; those at fault each with column, value, reason and what to do',
    access: importers,
    params: byId,
    query: z.strictObject({ state: z.enum(IMPORT_ROW_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(importRowView),
    problems: ['NOT_FOUND'],
  },
  'GET /imports/{id}/error-file': {
    summary: 'The rows at fault as a table: row, column, value, reason, fix; what is sensitive stays hidden in it',
    access: importers,
    params: byId,
    query: z.strictObject({ format }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'POST /imports/{id}/confirm': {
    summary: 'Has the good rows written, or goes on where it stopped; leaving faulty ones out wants to be said',
    access: importers,
    params: byId,
    body: z.strictObject({ leaveOutFaulty: z.boolean().default(false) }),
    response: importView,
    status: 202,
    versioned: 'write',
    problems: [
      'NOT_FOUND',
      'IMPORT_STATE',
      'IMPORT_HAS_FAULTS',
      'IMPORT_EMPTY',
      'NOT_AT_THIS_STEP',
      'STALE_VERSION',
      'VERSION_MISSING',
    ],
  },
  'POST /imports/{id}/stop': {
    summary: 'Writes no further row; what is written stays, and it may be gone on with or what is left be forgotten',
    access: importers,
    params: byId,
    response: importView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'IMPORT_STATE', 'STALE_VERSION', 'VERSION_MISSING'],
  },
  'POST /imports/{id}/discard': {
    summary: 'Forgets a preview, or what a stopped import had left to write',
    access: importers,
    params: byId,
    response: importView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'IMPORT_STATE', 'STALE_VERSION', 'VERSION_MISSING'],
  },
});
