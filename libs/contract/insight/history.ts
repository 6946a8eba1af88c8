import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { cursor, instant, limit, page, uuid } from '../core/scalars';

/** Things of the console that somebody asks the history of, under the names that the audit trail calls them by. */
const KINDS = [
  ...(['supplier', 'application', 'inspection', 'objection', 'dossier', 'product', 'recognition', 'case'] as const),
  ...(['measure', 'appeal', 'recheck', 'spotCheck', 'sample', 'exit'] as const),
  ...(['supplierOrder', 'invoiceRequest', 'lot', 'recall', 'agreement', 'pool', 'distribution', 'dispute'] as const),
  ...(['payoutRun', 'payoutBatch', 'settlementRun', 'adjustment', 'bankTransfer', 'transferReturn'] as const),
  ...(['campaign', 'venue', 'brand', 'fair', 'standard', 'edition', 'indication', 'synonymGroup'] as const),
  ...(['promotion', 'setting'] as const),
] as const;

/** An id; of a standard its name, of an edition its number, of a setting its key. */
const name = z.string().regex(/^[\w.-]{1,80}$/, 'letters, digits, dots and dashes');

export const historyRoutes = defineRoutes({
  'GET /history/{kind}/{id}': {
    summary: 'What was done to one thing and by whom, newest first, as far as the reader may know it',
    access: session,
    params: z.strictObject({ kind: z.enum(KINDS), id: name }),
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
      }),
    ),
    problems: ['NOT_FOUND'],
  },
});
