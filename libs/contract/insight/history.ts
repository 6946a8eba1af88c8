import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { cursor, instant, limit, page, text, uuid } from '../core/scalars';
import { TRAIL_KINDS } from './trail-fields';

/** Things of the console that somebody asks the history of, under the names that the audit trail calls them by. */
const KINDS = [
  ...(['supplier', 'application', 'inspection', 'objection', 'dossier', 'product', 'recognition', 'case'] as const),
  ...(['measure', 'appeal', 'recheck', 'spotCheck', 'sample', 'exit'] as const),
  ...(['supplierOrder', 'invoiceRequest', 'lot', 'recall', 'agreement', 'pool', 'distribution', 'dispute'] as const),
  ...(['payoutRun', 'payoutBatch', 'settlementRun', 'adjustment', 'bankTransfer', 'transferReturn'] as const),
  ...(['campaign', 'venue', 'brand', 'fair', 'standard', 'edition', 'indication', 'synonymGroup'] as const),
  ...(['promotion', 'setting', 'sku', 'role', 'afterSale', 'delivery', 'work', 'household', 'statement'] as const),
  ...(['payeeAccount', 'organisation', 'difference'] as const),
] as const;

/** Characters of a note: what is longer is a paper. */
const MOST_OF_A_NOTE = 1000;

/** An id; of a standard its name, of an edition its number, of a setting its key, of a role that of the grant. */
const name = z.string().regex(/^[\w.-]{1,80}$/, 'letters, digits, dots and dashes');

const thing = z.strictObject({ kind: z.enum(KINDS), id: name });

const values = z.array(z.string());
/** What became otherwise: nothing before where it is new or was not written down, nothing after where it was taken away. */
const change = z.object({
  field: z.string(),
  /** Which of many it is of, such as the pack of a price. */
  of: z.string().nullable(),
  as: z.enum(TRAIL_KINDS),
  before: values,
  after: values,
});

export const historyRoutes = defineRoutes({
  'GET /history/{kind}/{id}': {
    summary: 'What was done to one thing and by whom, newest first, as far as the reader may know it',
    access: session,
    params: thing,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        id: uuid,
        at: instant,
        /** Of a person the name, null where it is of another house than the reader's; of a machine, which one. */
        by: z.object({ kind: z.enum(['person', 'system', 'guest']), name: z.string().nullable() }),
        action: z.string(),
        /** The code it was refused by; null where it was done. */
        refused: z.string().nullable(),
        requestId: z.string(),
        /** What whoever did it said about why, or a note they left; null where nothing was said, or it is not the reader's to know. */
        note: z.string().nullable(),
        changes: z.array(change),
      }),
    ),
    problems: ['NOT_FOUND'],
  },
  'POST /history/{kind}/{id}/notes': {
    summary:
      'Leaves a note beside what was done, for colleagues of the same side alone: of the platform, of one office of a county, of one organisation. It stays as it is; what was wrong is put right by another',
    // As who reads it: buyers and households read of nothing.
    access: session,
    params: thing,
    body: z.strictObject({ text: text(MOST_OF_A_NOTE) }),
    status: 201,
    response: z.object({ id: uuid }),
    idempotent: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
});
