import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, regionCode, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only, open, session } from '../core/route';
import { FAIR_KINDS, LEAD_CONSENT, PHASES } from './channel-names';
import { byId, bySlug, inOrder, product, region, span, supplier, VERSIONED, words } from './channel-scalars';
import { CAMPAIGN_STATES, LEAD_STATES } from './channel-states';

const phone = z.string().regex(/^1\d{10}$/, 'eleven digits');

export const fairForm = z
  .strictObject({
    slug,
    kind: z.enum(FAIR_KINDS),
    name: words(60),
    story: words(2000, 0),
    ...span,
    regionCode,
    place: text(120),
    /** Suppliers sign up until this day. */
    signUpBy: date,
  })
  .refine(inOrder, 'ends after it starts')
  .refine(({ signUpBy, endsOn }) => signUpBy <= endsOn, 'signing up ends before the fair');

const shown = {
  slug,
  kind: z.enum(FAIR_KINDS),
  name: bilingual,
  ...span,
  phase: z.enum(PHASES),
  region,
  place: z.string(),
  signUpBy: date,
  cancelledWhy: z.string().nullable(),
};
const exhibitor = z.object({ supplier, booth: z.string().nullable(), products: z.array(product) });
export const fairCard = z.object({ ...shown, exhibitors: z.number().int() });
export const fairView = z.object({ ...shown, story: bilingual, exhibitors: z.array(exhibitor) });
export const fairDraft = z.object({
  id: uuid,
  version: z.number().int(),
  state: z.enum(CAMPAIGN_STATES),
  ...shown,
  story: bilingual,
  exhibitors: z.array(exhibitor),
  leads: z.array(z.object({ state: z.enum(LEAD_STATES), count: z.number().int() })),
});

export const leadView = z.object({
  id: uuid,
  version: z.number().int(),
  state: z.enum(LEAD_STATES),
  fair: z.object({ slug, name: bilingual }),
  supplier,
  product: product.nullable(),
  wants: z.string(),
  /** Whom the buyer asked for; null: for themselves. */
  onBehalfOf: z.string().nullable(),
  /** Only for the exhibitor it was given to, the phone with four stars in it; null once the buyer took it back. */
  contact: z.object({ name: z.string(), organisation: z.string(), phone: z.string() }).nullable(),
  at: instant,
  history: z.array(z.object({ state: z.enum(LEAD_STATES), note: z.string(), at: instant })),
  orderNumber: z.string().nullable(),
});

/** What a buyer asked for; how the exhibitor notes that it went on stays the exhibitor's. */
const askedView = leadView
  .pick({ id: true, state: true, fair: true, supplier: true, product: true, wants: true, at: true, orderNumber: true })
  .extend({
    /** For whom it was asked; null: for whoever asked. */
    organisation: z.object({ id: uuid, name: z.string() }).nullable(),
    /** Asked by the caller, who may take it back. */
    mine: z.boolean(),
  });

const keeper = only('operator');
const seller = z.strictObject({ supplierId: uuid });
const ownLead = seller.extend({ id: uuid });
const myFair = z.object({
  fair: fairCard,
  booth: z.string().nullable(),
  signedUp: z.boolean(),
  products: z.array(uuid),
  /** Of the products that are brought: the same again where they are the same. */
  version: z.number().int(),
});

export const fairRoutes = defineRoutes({
  'GET /fairs': {
    summary: 'Fairs (展示会, 博览会, 洽谈会): what runs and comes by the day it starts, then what is over',
    access: open,
    query: z.strictObject({
      from: date.optional(),
      to: date.optional(),
      region: regionCode.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(fairCard),
  },
  'GET /fairs/{slug}': {
    summary: 'A fair with its exhibitors and what they bring',
    access: open,
    params: bySlug,
    response: fairView,
    problems: ['NOT_FOUND'],
  },
  'POST /fairs/{slug}/leads': {
    summary: 'A buyer asks an exhibitor for goods; name and phone are sealed and shown to that exhibitor alone',
    access: session,
    params: bySlug,
    body: z.strictObject({
      id: uuid.optional(),
      supplierId: uuid,
      productId: uuid.nullable().default(null),
      /** One the caller buys for: its people find the lead and order from it. */
      organisationId: uuid.nullable().default(null),
      wants: text(500, 2),
      contact: z.strictObject({ name: text(40), organisation: text(80, 0), phone }),
      /** Separate consent that the exhibitor is told (PIPL art. 23): the version of the text that was agreed to. */
      consents: z.literal(LEAD_CONSENT),
    }),
    response: z.object({ id: uuid, at: instant }),
    status: 201,
    problems: ['NOT_FOUND', 'FAIR_OVER', 'NOT_AN_EXHIBITOR', 'INVALID_INPUT', 'RATE_LIMITED'],
  },
  'GET /me/leads': {
    summary:
      'What the caller, or an organisation the caller buys for, asked exhibitors for; with one, what it may order from',
    access: session,
    query: z.strictObject({ organisation: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(askedView),
    problems: ['INVALID_INPUT'],
  },
  'POST /me/leads/{id}/withdraw': {
    summary: 'Takes back what the caller asked for: the contact is erased, the exhibitor is told',
    access: session,
    params: byId,
    response: z.object({ id: uuid }),
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'GET /catalogue/fairs': {
    summary: 'All fairs, drafts and cancelled ones too',
    access: keeper,
    query: z.strictObject({ state: z.enum(CAMPAIGN_STATES).optional(), cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(z.object({ id: uuid, state: z.enum(CAMPAIGN_STATES), ...shown, exhibitors: z.number().int() })),
  },
  'POST /catalogue/fairs': {
    summary: 'Drafts a fair',
    access: keeper,
    body: fairForm,
    response: fairDraft,
    status: 201,
    versioned: 'read',
    problems: ['REGION_UNKNOWN', 'SLUG_TAKEN'],
  },
  'GET /catalogue/fairs/{id}': {
    summary: 'A fair with its exhibitors and how many leads stand where; no names of buyers',
    access: keeper,
    params: byId,
    response: fairDraft,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'PUT /catalogue/fairs/{id}': {
    summary: 'Changes a draft',
    access: keeper,
    params: byId,
    body: fairForm,
    response: fairDraft,
    versioned: 'write',
    problems: [...VERSIONED, 'REGION_UNKNOWN', 'SLUG_TAKEN'],
  },
  'POST /catalogue/fairs/{id}/publish': {
    summary: 'Publishes a fair: suppliers may sign up',
    access: keeper,
    params: byId,
    response: fairDraft,
    versioned: 'write',
    problems: [...VERSIONED, 'CAMPAIGN_PAST'],
  },
  'POST /catalogue/fairs/{id}/cancel': {
    summary: 'Calls a fair off, with the reason; exhibitors and those who asked them are told',
    access: keeper,
    params: byId,
    body: z.strictObject({ reason: text(300, 2) }),
    response: fairDraft,
    versioned: 'write',
    problems: VERSIONED,
  },
  'PUT /catalogue/fairs/{id}/booths': {
    summary: 'Gives exhibitors their booths, those named',
    access: keeper,
    params: byId,
    body: z.strictObject({
      booths: z
        .array(z.strictObject({ supplierId: uuid, booth: text(20) }))
        .min(1)
        .max(500),
    }),
    response: fairDraft,
    versioned: 'write',
    problems: [...VERSIONED, 'NOT_AN_EXHIBITOR', 'BOOTH_TAKEN'],
  },
  'GET /suppliers/{supplierId}/fairs': {
    summary: 'Fairs that are coming or running, and whether the supplier is signed up',
    access: only('supplier'),
    params: seller,
    response: z.object({ data: z.array(myFair) }),
    problems: ['NOT_FOUND'],
  },
  'PUT /suppliers/{supplierId}/fairs/{slug}': {
    summary: 'Signs up with the products that are brought; with none, takes the sign-up back',
    access: only('supplier'),
    params: seller.extend({ slug }),
    body: z.strictObject({ products: z.array(uuid).max(60) }),
    response: myFair,
    versioned: 'write',
    problems: [
      ...(['NOT_FOUND', 'SIGN_UP_OVER', 'PRODUCT_UNKNOWN', 'SUPPLIER_NOT_IN_STANDING'] as const),
      ...(['STALE_VERSION', 'VERSION_MISSING'] as const),
    ],
  },
  'GET /suppliers/{supplierId}/leads': {
    summary: 'What buyers asked the supplier for at fairs, newest first',
    access: only('supplier'),
    params: seller,
    query: z.strictObject({ state: z.enum(LEAD_STATES).optional(), cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(leadView),
    problems: ['NOT_FOUND'],
  },
  'POST /suppliers/{supplierId}/leads/{id}/reveal': {
    summary: 'Opens the phone of who asked, for a stated purpose that goes into the audit trail',
    access: only('supplier'),
    params: ownLead,
    body: z.strictObject({ purpose: text(200, 2) }),
    response: z.object({ name: z.string(), phone: z.string() }),
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'POST /suppliers/{supplierId}/leads/{id}/note': {
    summary: 'Writes down how it went on; only a paid order makes a lead an order',
    access: only('supplier'),
    params: ownLead,
    body: z.strictObject({ state: z.enum(['contacted', 'quoted', 'lost']), note: text(500, 0) }),
    response: leadView,
    versioned: 'write',
    problems: VERSIONED,
  },
});
