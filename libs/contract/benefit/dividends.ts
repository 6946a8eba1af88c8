import { z } from 'zod';
import { cursor, date, instant, limit, money, page, sumOfMoney, text, uuid } from '../core/scalars';
import { defineRoutes } from '../core/route';
import { POOL_STATES } from './states';
import * as view from './views';

const year = z.number().int().min(2000).max(2100);
const collective = z.strictObject({
  /** A rural collective (农村集体经济组织). */
  organisationId: uuid,
  /** Basis points of what is left after land rents. */
  shareBp: z.number().int().min(1).max(10_000),
});

const poolBody = {
  title: text(120),
  year,
  /** What the meeting decided to share out: land rents, the collective's share, and dividends by shares. */
  declared: sumOfMoney,
  /** The guaranteed yearly rents of dividend agreements with land come out of it first. */
  withLandRent: z.boolean().default(false),
  collective: collective.nullable().default(null),
  /** The resolution of the meeting. */
  paperId: uuid,
};

export const poolSummary = z.object({
  version: z.number().int(),
  id: uuid,
  state: z.enum(POOL_STATES),
  supplier: view.namedSupplier,
  title: z.string(),
  year,
  declared: money,
  landRent: money,
  collectiveShare: money,
  dividend: money,
  payees: z.number().int(),
  /** The day whose agreements make these figures: of a draft in a list the day it was drawn up, on its own page today. */
  figuresOf: date,
  declaredOn: date.nullable(),
});

export const poolView = poolSummary.extend({
  withLandRent: z.boolean(),
  collective: z.object({ organisationId: uuid, name: z.string(), shareBp: z.number().int() }).nullable(),
  paperId: uuid,
  /** How it is or would be shared, by largest remainder; the parts are the whole to the fen. */
  parts: z.array(
    z.object({
      kind: z.enum(['landRent', 'collectiveShare', 'dividend']),
      payee: z.string(),
      village: z.string().nullable(),
      /** Shares, hundredths of a mu, or basis points. */
      weight: z.number().int(),
      amount: money,
    }),
  ),
  createdAt: instant,
  discardReason: z.string().nullable(),
});

const refused = ['POOL_TOO_SMALL', 'POOL_WITHOUT_PAYEES', 'NOT_A_COLLECTIVE', 'PAPER_UNKNOWN', 'AMOUNT_ZERO'] as const;

export const dividendRoutes = defineRoutes({
  'GET /benefit/pools': {
    summary: 'Dividend pools (收益分红), newest first',
    access: view.benefitReaders,
    query: z.strictObject({ supplier: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(poolSummary),
  },
  'GET /benefit/pools/{id}': {
    summary: 'One pool with every part of it',
    access: view.benefitReaders,
    params: view.byId,
    response: poolView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /benefit/pools': {
    summary: 'Draws up a pool; how it would be shared is answered with it',
    access: view.supplierAlone,
    body: z.strictObject({ supplierId: uuid, ...poolBody }),
    response: poolView,
    status: 201,
    versioned: 'read',
    problems: ['NOT_FOUND', ...refused],
  },
  'POST /benefit/pools/{id}/declare': {
    summary: 'Shares it out: from now on it is owed, part by part',
    access: view.supplierAlone,
    params: view.byId,
    response: poolView,
    versioned: 'write',
    problems: [...view.DECIDED, ...refused],
  },
  'POST /benefit/pools/{id}/discard': {
    summary: 'Lets a draft go',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ reason: text(300, 4) }),
    response: poolView,
    versioned: 'write',
    problems: view.DECIDED,
  },
});

const distributionBody = {
  year,
  surplus: sumOfMoney,
  /** Losses of earlier years made good, and the reserve the charter or the meeting sets (art. 42, 44). */
  losses: sumOfMoney,
  reserve: sumOfMoney,
  /** Returned by transaction volume: at least six tenths of what may be distributed. */
  byVolume: sumOfMoney,
  paperId: uuid,
};

export const distributionSummary = z.object({
  version: z.number().int(),
  id: uuid,
  state: z.enum(POOL_STATES),
  supplier: view.namedSupplier,
  year,
  surplus: money,
  losses: money,
  reserve: money,
  distributable: money,
  byVolume: money,
  /** By members' account shares; the cooperative pays it by its own books. */
  byAccount: money,
  /** Basis points, rounded down. */
  shareBp: z.number().int(),
  /** The least share by volume on the day it was drawn up, in basis points (art. 44). */
  leastBp: z.number().int(),
  members: z.number().int(),
  /** The day whose records make the count of members. */
  figuresOf: date,
  declaredOn: date.nullable(),
});

export const distributionView = distributionSummary.extend({
  paperId: uuid,
  parts: z.array(z.object({ household: view.namedHousehold, volume: money, amount: money })),
  createdAt: instant,
  discardReason: z.string().nullable(),
});

const unlawful = [
  'NOT_A_COOPERATIVE',
  'NOTHING_DISTRIBUTABLE',
  'DISTRIBUTION_BELOW_SIXTY',
  'DISTRIBUTION_ABOVE_SURPLUS',
  'DISTRIBUTION_WITHOUT_VOLUME',
  'DISTRIBUTION_OF_YEAR',
  'PAPER_UNKNOWN',
] as const;

export const distributionRoutes = defineRoutes({
  'GET /benefit/distributions': {
    summary: "Cooperatives' yearly distributions (盈余返还), newest first",
    access: view.benefitReaders,
    query: z.strictObject({ supplier: uuid.optional(), cursor: cursor.optional(), limit }),
    response: page(distributionSummary),
  },
  'GET /benefit/distribution-year': {
    summary:
      'What a year is distributed by: the least share of the law as of today, and the volume on record of its members',
    access: view.supplierAlone,
    query: z.strictObject({ supplier: uuid, year: z.coerce.number().pipe(year) }),
    response: z.object({
      year,
      isOver: z.boolean(),
      /** The distribution of this year that stands; there is no second. */
      declaredId: uuid.nullable(),
      leastBp: z.number().int(),
      source: z.string(),
      members: z.number().int(),
      volume: money,
    }),
    problems: ['NOT_FOUND'],
  },
  'GET /benefit/distributions/{id}': {
    summary: 'One distribution, member by member',
    access: view.benefitReaders,
    params: view.byId,
    response: distributionView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /benefit/distributions': {
    summary: 'A cooperative draws up the distribution of a year; below six tenths by volume it is refused (art. 44)',
    access: view.supplierAlone,
    body: z.strictObject({ supplierId: uuid, ...distributionBody }),
    response: distributionView,
    status: 201,
    versioned: 'read',
    problems: ['NOT_FOUND', ...unlawful],
  },
  'POST /benefit/distributions/{id}/declare': {
    summary: 'Shares it out over the members by their transaction volume of the year: from now on it is owed',
    access: view.supplierAlone,
    params: view.byId,
    response: distributionView,
    versioned: 'write',
    problems: [...view.DECIDED, ...unlawful],
  },
  'POST /benefit/distributions/{id}/discard': {
    summary: 'Lets a draft go',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ reason: text(300, 4) }),
    response: distributionView,
    versioned: 'write',
    problems: view.DECIDED,
  },
});
