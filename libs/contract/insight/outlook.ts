import { z } from 'zod';
import { date, money, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { obligationKind } from '../benefit/views';

/**
 * How far the goods have come whose sale pays what is open. `settling`: sold for good, settled on the day named;
 * `afterSale`: received, and buyers may still complain until the day before; `onTheWay`: sold and not received; `unsold`.
 */
export const COMING_STATES = ['settling', 'afterSale', 'onTheWay', 'unsold'] as const;

export const outlookRoutes = defineRoutes({
  'GET /me/outlook': {
    summary: "The farm household's own money, year by year, and when the next of what is open can come",
    access: only('farmer'),
    query: z.strictObject({ household: uuid.optional() }),
    response: z.object({
      today: date,
      coming: z.array(
        z.object({
          supplier: z.object({ id: uuid, name: z.string() }),
          open: money,
          state: z.enum(COMING_STATES),
          /** The first day on which money of this supplier can come; it fills wages first, then floor price, then the rest. */
          on: date.nullable(),
        }),
      ),
      years: z.array(
        z.object({
          year: z.number().int(),
          due: money,
          settled: money,
          paidOutside: money,
          lines: z.number().int(),
          kinds: z.array(z.object({ kind: obligationKind, due: money })),
        }),
      ),
    }),
    problems: ['NOT_FOUND'],
  },
});
