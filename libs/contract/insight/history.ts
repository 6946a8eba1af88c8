import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { cursor, instant, limit, page, uuid } from '../core/scalars';

/** Things of the console by the desk they lie on, under the names that the audit trail calls them by. */
export const HISTORY_KINDS = {
  admission: [
    'supplier',
    'dossier',
    'product',
    'case',
    'measure',
    'appeal',
    'certificate',
    'recheck',
    'sample',
    'exit',
  ],
  goods: ['supplierOrder', 'lot', 'recall', 'agreement'],
  money: ['payoutRun', 'payoutBatch', 'settlementRun', 'adjustment', 'bankTransfer', 'transferReturn'],
  house: ['campaign', 'venue', 'brand', 'fair', 'standard', 'edition', 'indication', 'synonymGroup', 'promotion'],
} as const;

export type HistoryDesk = keyof typeof HISTORY_KINDS;
export type HistoryKind = (typeof HISTORY_KINDS)[HistoryDesk][number];

const kinds = Object.values(HISTORY_KINDS).flat() as HistoryKind[];

export const historyRoutes = defineRoutes({
  'GET /history/{kind}/{id}': {
    summary: 'What was done to one thing and by whom, newest first, as far as the reader may know it',
    access: session,
    params: z.strictObject({ kind: z.enum(kinds), id: uuid }),
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
