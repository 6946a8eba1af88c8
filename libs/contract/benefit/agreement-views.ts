import { z } from 'zod';
import { bilingual, date, instant, rate, text, uuid } from '../core/scalars';
import { AGREEMENT_STATES } from './states';
import * as view from './views';

export const SIGNING_WAYS = ['session', 'code', 'witness', 'paper'] as const;
export const AGREEMENT_ACTIONS = [
  'edit',
  'offer',
  'sendCode',
  'signByCode',
  'witness',
  'withdraw',
  'amend',
  'end',
  'sign',
  'decline',
] as const;

const grams = z.number().int().min(1).max(1_000_000_000_000);

const purchase = z.strictObject({
  kind: z.literal('contractPurchase'),
  productId: uuid,
  floorPricePerKg: rate,
  premiumPerKg: rate.default({ amount: '0', currency: 'CNY' }),
  /** What the supplier takes for certain in the whole term, and no more at this price. */
  contractedGrams: grams,
  /** With several agreements of a household on one product, the smaller number is filled first. */
  priority: z.number().int().min(1).max(9).default(1),
  capGramsPerYear: grams.nullable().default(null),
  capGramsPerLot: grams.nullable().default(null),
  /** Second rebate (二次返利): basis points of what the goods of the household sold for. */
  rebateBp: z.number().int().min(0).max(5_000).default(0),
});

const employment = z.strictObject({
  kind: z.literal('employment'),
  /** One of the two: by the day or by the piece. */
  dailyWage: rate.nullable().default(null),
  pieceRate: rate.nullable().default(null),
  pieceName: text(40).nullable().default(null),
  workDaysPerYear: z.number().int().min(1).max(366).nullable().default(null),
});

const dividend = z.strictObject({
  kind: z.literal('dividend'),
  shares: z.number().int().min(0).max(1_000_000),
  /** Land let to the supplier, in hundredths of a mu, and its guaranteed yearly rent. */
  landMuHundredths: z.number().int().min(1).max(10_000_000).nullable().default(null),
  rentPerMu: rate.nullable().default(null),
});

export const agreementTerms = z.discriminatedUnion('kind', [purchase, employment, dividend]);

export const term = {
  effectiveFrom: date,
  /** The last day; null: until one side ends it. */
  effectiveTo: date.nullable().default(null),
};

export const agreementSummary = z.object({
  version: z.number().int(),
  id: uuid,
  /** Shared by all versions of one agreement. */
  seriesId: uuid,
  /** Reads like `LJ-3F2A91C0-2`: for people who talk about it; the last figure is the version. */
  number: z.string(),
  /** Which version of the agreement this is; `version` is the row's own, for If-Match. */
  edition: z.number().int(),
  kind: view.linkageKind,
  state: z.enum(AGREEMENT_STATES),
  supplier: view.namedSupplier,
  household: view.namedHousehold,
  product: z.object({ id: uuid, name: z.string() }).nullable(),
  effectiveFrom: date,
  effectiveTo: date.nullable(),
  /** Target against delivered, in grams; days agreed against days worked. Null where the kind or the terms set no target. */
  target: z.object({ unit: z.enum(['gram', 'day']), agreed: z.number().int(), done: z.number().int() }).nullable(),
});

export const agreementView = agreementSummary.extend({
  terms: agreementTerms,
  /** One page in plain words: what is signed is exactly this. */
  words: z.object({ title: bilingual, sentences: z.array(bilingual), hash: z.string() }),
  offeredAt: instant.nullable(),
  offeredBy: z.string().nullable(),
  signing: z
    .object({
      way: z.enum(SIGNING_WAYS),
      at: instant,
      witness: view.witness.nullable(),
    })
    .nullable(),
  supersedes: uuid.nullable(),
  supersededBy: uuid.nullable(),
  endReason: z.string().nullable(),
  endedBy: z.enum(['supplier', 'household']).nullable(),
  declineReason: z.string().nullable(),
  versions: z.array(
    z.object({ id: uuid, edition: z.number().int(), state: z.enum(AGREEMENT_STATES), effectiveFrom: date }),
  ),
  /** What the caller may do next. */
  actions: z.array(z.enum(AGREEMENT_ACTIONS)),
  /** Phones of the household with us: without one, a witness signs beside it. */
  phones: z.number().int(),
});
