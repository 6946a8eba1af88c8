import type { machines } from '@xihuo/contract';

export type PromotionKind = (typeof machines.carting.PROMOTION_KINDS)[number];

export type FunderKind = 'supplier' | 'platform' | 'organisation';

/** Who bears a discount; the shares of one promotion are 10,000 basis points together. */
export interface Funder {
  readonly kind: FunderKind;
  /** The organisation, where it is one; a supplier is always the line's own. */
  readonly organisationId: string | null;
  readonly shareBp: number;
}

export interface FixedPrice {
  readonly fen: bigint;
  /** Packs still to be had at it, of all buyers together. */
  readonly most: number;
  /** Packs still to be had by one person, as an account or by the phone they are sent to. */
  readonly each: number;
}

/** What is taken off. */
export type Benefit =
  /** A fixed price of packs, for as many as are left. */
  | { readonly type: 'price'; readonly prices: ReadonlyMap<string, FixedPrice> }
  /** So many basis points of each line. */
  | { readonly type: 'percent'; readonly bp: number }
  /** From a sum of goods on, so much less. */
  | { readonly type: 'reduction'; readonly thresholdFen: bigint; readonly reductionFen: bigint };

export interface Promotion {
  readonly id: string;
  readonly kind: PromotionKind;
  readonly name: { readonly zh: string; readonly en: string };
  /** Null: the platform's or a campaign's. A supplier's own never touches the lines of another. */
  readonly supplierId: string | null;
  /** Counts and is split over the goods of all suppliers; only what no supplier pays a fen of may. */
  readonly acrossSuppliers: boolean;
  /** Which lines it is for; an absent list excludes nothing. */
  readonly skuIds: readonly string[] | null;
  readonly productIds: readonly string[] | null;
  readonly category: string | null;
  readonly benefit: Benefit;
  readonly funders: readonly Funder[];
  /** Of a coupon: which of the buyer's own it is. */
  readonly claimId: string | null;
}

/** Which kinds may meet on one line, and in which order they are taken off: a dated setting. */
export interface Stacking {
  readonly order: readonly PromotionKind[];
  /** Pairs of kinds that never meet on one line: the one that comes first in the order stays. */
  readonly excludes: readonly (readonly [PromotionKind, PromotionKind])[];
}

export interface PricedLine {
  readonly id: string;
  readonly supplierId: string;
  readonly productId: string;
  readonly category: string;
  readonly quantity: number;
  readonly unitFen: bigint;
}

/** One funder's part of one promotion on one line. */
export interface LineDiscount {
  readonly lineId: string;
  readonly promotionId: string;
  readonly kind: PromotionKind;
  readonly funderKind: FunderKind;
  readonly funderId: string | null;
  readonly fen: bigint;
}

/** What a promotion gave, all lines together. */
export interface Applied {
  readonly promotion: Promotion;
  readonly fen: bigint;
  /** Packs sold at its price, by line. */
  readonly packs: ReadonlyMap<string, number>;
}
