import { z } from 'zod';
import { cursor, date, limit, page, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

/** A lot as its supplier sees it. Weights are whole grams. */
export const lotView = z.object({
  id: uuid,
  code: z.string(),
  productId: uuid,
  productName: z.string(),
  producedOn: date,
  receivedGrams: z.number().int(),
  shippedGrams: z.number().int(),
  availableGrams: z.number().int(),
  households: z.number().int(),
});

export const traceRoutes = defineRoutes({
  'GET /supplier/lots': {
    summary: 'Lots of the own supplier with what came in, went out and is left',
    access: only('supplier'),
    query: z.strictObject({ product: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(lotView),
  },
});
