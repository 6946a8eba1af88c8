import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { cursor, instant, limit, page, uuid } from '../core/scalars';

/** Things of the console that somebody asks the history of, under the names that the audit trail calls them by. */
const KINDS = [
  ...([
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
  ] as const),
  ...(['supplierOrder', 'lot', 'recall', 'agreement'] as const),
  ...(['payoutRun', 'payoutBatch', 'settlementRun', 'adjustment', 'bankTransfer', 'transferReturn'] as const),
  ...([
    'campaign',
    'venue',
    'brand',
    'fair',
    'standard',
    'edition',
    'indication',
    'synonymGroup',
    'promotion',
  ] as const),
] as const;

export const historyRoutes = defineRoutes({
  'GET /history/{kind}/{id}': {
    summary: 'What was done to one thing and by whom, newest first, as far as the reader may know it',
    access: session,
    params: z.strictObject({ kind: z.enum(KINDS), id: uuid }),
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
