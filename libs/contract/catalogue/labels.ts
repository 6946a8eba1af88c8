import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { byId, inOrder, span } from './channel-scalars';

const keeper = only('operator');
const readers = only('operator', 'auditor');

/** A supplier's listing of a product, as operators name it. */
const listing = z.object({
  supplier: z.object({ id: uuid, name: z.string() }),
  product: z.object({ id: uuid, slug, name: bilingual }),
});

export const PLACEMENT_STATES = ['coming', 'running', 'over', 'ended'] as const;

/** Somebody paid for a better place: where it stands, it is marked 广告 on these days (电子商务法 art. 40, 广告法 art. 14). */
export const placement = listing.extend({
  id: uuid,
  state: z.enum(PLACEMENT_STATES),
  ...span,
  /** The contract it rests on. */
  contract: z.string(),
  enteredAt: instant,
  endedAt: instant.nullable(),
});

export const labelRoutes = defineRoutes({
  'GET /catalogue/listings': {
    summary: 'Up to 20 listings by a part of the name of product or supplier, to put a label on',
    access: keeper,
    query: z.strictObject({ q: text(60, 1) }),
    response: z.object({ data: z.array(listing) }),
  },
  'GET /catalogue/own-account': {
    summary: "Listings that the platform's own business sells (自营)",
    access: readers,
    response: z.object({ data: z.array(listing) }),
  },
  'PUT /catalogue/listings/{supplierId}/{productId}/own-account': {
    summary: "Says whether the platform's own business sells it: the mark 自营 follows at once (电子商务法 art. 37)",
    access: keeper,
    params: z.strictObject({ supplierId: uuid, productId: uuid }),
    body: z.strictObject({ ownAccount: z.boolean(), reason: text(300, 4) }),
    response: listing.extend({ ownAccount: z.boolean() }),
    problems: ['NOT_FOUND'],
  },
  'GET /catalogue/placements': {
    summary: 'Placements that somebody paid for, the newest first',
    access: readers,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(placement),
  },
  'POST /catalogue/placements': {
    summary: 'Enters a paid placement: cards and page carry 广告 on its days',
    access: keeper,
    body: z
      .strictObject({ supplierId: uuid, productId: uuid, startsOn: date, endsOn: date, contract: text(120, 2) })
      .refine(inOrder, { path: ['endsOn'], message: 'not before the first day' }),
    response: placement,
    status: 201,
    problems: ['NOT_FOUND', 'PLACEMENT_PAST', 'PLACEMENT_OVERLAPS'],
  },
  'POST /catalogue/placements/{id}/end': {
    summary: 'Ends a placement before its last day, with the reason; the mark goes with it',
    access: keeper,
    params: byId,
    body: z.strictObject({ reason: text(300, 4) }),
    response: placement,
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
});
