import type { Output } from '@xihuo/ui';

type Line = Output<'GET /supplier/orders'>['data'][number]['lines'][number];
type Lot = Output<'GET /supplier/lots'>['data'][number];

/** So many packs of one line out of one lot, as it is being chosen. */
export interface Pick {
  lineId: string;
  lotId: string;
  packs: number;
}

/** The lots a line may be shipped from, oldest first: what was made first goes out first. */
export function lotsFor(line: Line, lots: readonly Lot[]): Lot[] {
  return lots
    .filter((lot) => lot.productId === line.productId && lot.availableGrams > 0)
    .sort((one, other) => (one.producedOn < other.producedOn ? -1 : one.producedOn > other.producedOn ? 1 : 0));
}

/** Packs that have neither left nor been cancelled. */
export const openPacks = (line: Line): number => line.quantity - line.shippedPacks - line.cancelledPacks;

/** One lot for all that is still to be sent of a line, where there is one; weights are the server's to check. */
export function firstPicks(lines: readonly Line[], lots: readonly Lot[]): Pick[] {
  return lines
    .filter((line) => openPacks(line) > 0)
    .map((line) => ({ lineId: line.id, lotId: lotsFor(line, lots)[0]?.id ?? '', packs: openPacks(line) }));
}

export function picksOf(lineId: string, picks: readonly Pick[]): Pick[] {
  return picks.filter((pick) => pick.lineId === lineId);
}

/** Another lot for what a line still lacks; nothing where every lot is chosen or only one pack is to go. */
export function splitPick(line: Line, lots: readonly Lot[], picks: readonly Pick[]): Pick[] {
  const own = picksOf(line.id, picks);
  const free = lotsFor(line, lots).find((lot) => !own.some((pick) => pick.lotId === lot.id));
  const largest = own.reduce((big, pick) => (pick.packs > big.packs ? pick : big), own[0]!);
  if (!free || largest.packs < 2) return [...picks];
  const moved = Math.floor(largest.packs / 2);
  return [
    ...picks.map((pick) => (pick === largest ? { ...pick, packs: pick.packs - moved } : pick)),
    { lineId: line.id, lotId: free.id, packs: moved },
  ];
}

export type PickFault = 'noLot' | 'lotTwice' | 'tooFew' | 'tooMany';

/** What goes into this parcel: in a partial one, lines without a lot or without packs stay behind. */
export function packedOf(picks: readonly Pick[], partial: boolean): Pick[] {
  return partial ? picks.filter((pick) => pick.packs > 0 && pick.lotId !== '') : [...picks];
}

/** What is wrong with the choice for a line, or null where it sends all that is open; a partial parcel may send less. */
export function faultOf(line: Line, picks: readonly Pick[], partial = false): PickFault | null {
  const own = picksOf(line.id, packedOf(picks, partial));
  if (own.some((pick) => pick.lotId === '')) return 'noLot';
  if (new Set(own.map((pick) => pick.lotId)).size !== own.length) return 'lotTwice';
  const packs = own.reduce((all, pick) => all + pick.packs, 0);
  if (packs < openPacks(line) && !partial) return 'tooFew';
  return packs > openPacks(line) ? 'tooMany' : null;
}
