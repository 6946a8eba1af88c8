import { z } from 'zod';
import { bilingual, instant, money, slug } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { LEAD_STATES } from '../catalogue/channel-states';
import { FUNDER_KINDS } from '../catalogue/channel-names';
import { PROMOTION_KINDS } from '../ordering/cart-names';

const bySlug = z.strictObject({ slug });

/** Fen of orders that went ahead, paid or on terms: what was bought, what of it went back to buyers, and what is left. */
const sold = { sales: money, refunded: money, net: money };

/** What was bought by one way. Orders and packs that were called off are not counted. Of this platform's orders, not official statistics. */
const figures = z.object({
  orders: z.number().int(),
  packs: z.number().int(),
  ...sold,
  suppliers: z.number().int(),
  counties: z.number().int(),
  asOf: instant,
});
/** The public reads them from this many orders on: fewer would tell of single buyers. */
const published = z.object({ fromOrders: z.number().int(), figures: figures.nullable() });

const summary = z.object({ slug, name: z.string(), orders: z.number().int(), ...sold });

/** What one discount cost one who bears it. */
const discountCost = z.object({
  /** Of the campaign's discount or the promotion; null where it is no longer known. */
  name: bilingual.nullable(),
  kind: z.enum(PROMOTION_KINDS),
  funder: z.object({
    kind: z.enum(FUNDER_KINDS),
    /** Of an organisation. Suppliers that bear a discount are told together. */
    name: z.string().nullable(),
  }),
  given: money,
  /** Of it for goods that went back: nobody bears that. */
  returned: money,
  cost: money,
});

const KEEPERS = only('operator', 'finance', 'auditor');

export const channelResultRoutes = defineRoutes({
  'GET /campaigns/{slug}/results': {
    summary: 'What a campaign sold, gross and less what went back, from 10 orders on',
    access: open,
    params: bySlug,
    response: published,
    problems: ['NOT_FOUND'],
  },
  'GET /venues/{slug}/results': {
    summary: 'What a venue sold, gross and less what went back, from 10 orders on',
    access: open,
    params: bySlug,
    response: published,
    problems: ['NOT_FOUND'],
  },
  'GET /fairs/{slug}/results': {
    summary: 'What the leads of a fair came to, gross and less what went back, from 10 orders on',
    access: open,
    params: bySlug,
    response: published,
    problems: ['NOT_FOUND'],
  },
  'GET /insight/channels': {
    summary:
      'What each venue and campaign sold, and how many leads of each fair became orders; to roles that hold in the whole country',
    access: KEEPERS,
    response: z.object({
      asOf: instant,
      venues: z.array(summary),
      campaigns: z.array(summary),
      fairs: z.array(summary.extend({ leads: z.number().int(), ordered: z.number().int() })),
    }),
    problems: ['NOT_FOUND'],
  },
  'GET /insight/channels/{kind}/{slug}': {
    summary:
      'What one campaign, venue or fair sold, what each discount cost and who bears it, and where the leads of a fair stand',
    access: KEEPERS,
    params: z.strictObject({ kind: z.enum(['campaign', 'venue', 'fair']), slug }),
    response: z.object({
      name: bilingual,
      figures,
      /** The dearest discount first. */
      discounts: z.array(discountCost),
      /** Of fairs alone. */
      leads: z.array(z.object({ state: z.enum(LEAD_STATES), count: z.number().int() })),
    }),
    problems: ['NOT_FOUND'],
  },
});
