import { priceOutcome, type PricedPack, type PriceOutcome } from '../listing/prices';

export interface PriceStanding extends PricedPack {
  /** Prices for businesses, from so many packs on. */
  readonly tiers: readonly { readonly priceFen: bigint }[];
  /** Whether a change of this listing lies before a reviewer. */
  readonly submitted: boolean;
  /** What an open change says it shall cost. */
  readonly stagedFen: bigint | null;
}

export type PriceVerdict = Exclude<PriceOutcome, 'unchanged'> | 'known' | 'takesBack' | 'belowTier' | 'changeSubmitted';

/** What a table's price would do, in fen: nothing where it says what holds, or waits, already; what waits otherwise is taken back. */
export function priceVerdict(pack: PriceStanding, wantedFen: bigint, bandBp: number): PriceVerdict {
  const outcome = priceOutcome(pack, wantedFen, bandBp);
  const staysStaged = pack.stagedFen === null || pack.stagedFen === wantedFen;
  if (outcome === 'unchanged' && staysStaged) return 'known';
  if (pack.submitted && !staysStaged) return 'changeSubmitted';
  if (outcome === 'unchanged') return 'takesBack';
  // Sound tiers fall from step to step, so that all hold where the dearest does.
  if (pack.tiers.some(({ priceFen }) => priceFen > wantedFen)) return 'belowTier';
  if (outcome === 'holds') return outcome;
  if (pack.stagedFen === wantedFen) return 'known';
  return pack.submitted ? 'changeSubmitted' : 'waits';
}
