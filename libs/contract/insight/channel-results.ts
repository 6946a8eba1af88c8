import { z } from 'zod';
import { instant, money, slug } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';

const bySlug = z.strictObject({ slug });

/** What was bought by one way and paid, cancelled orders left out. Of this platform's orders, not official statistics. */
const figures = z.object({
  orders: z.number().int(),
  packs: z.number().int(),
  /** What buyers paid for these lines. */
  sales: money,
  suppliers: z.number().int(),
  counties: z.number().int(),
  asOf: instant,
});
/** The public reads them from this many orders on: fewer would tell of single buyers. */
const published = z.object({ fromOrders: z.number().int(), figures: figures.nullable() });

export const channelResultRoutes = defineRoutes({
  'GET /campaigns/{slug}/results': {
    summary: 'What a campaign sold, from 10 paid orders on',
    access: open,
    params: bySlug,
    response: published,
    problems: ['NOT_FOUND'],
  },
  'GET /venues/{slug}/results': {
    summary: 'What a venue sold, from 10 paid orders on',
    access: open,
    params: bySlug,
    response: published,
    problems: ['NOT_FOUND'],
  },
  'GET /insight/channels': {
    summary: 'What each venue and campaign sold, and how many leads of each fair became orders',
    access: only('operator', 'finance', 'auditor'),
    response: z.object({
      asOf: instant,
      venues: z.array(z.object({ slug, name: z.string(), orders: z.number().int(), sales: money })),
      campaigns: z.array(z.object({ slug, name: z.string(), orders: z.number().int(), sales: money })),
      fairs: z.array(
        z.object({ slug, name: z.string(), leads: z.number().int(), ordered: z.number().int(), sales: money }),
      ),
    }),
  },
});
