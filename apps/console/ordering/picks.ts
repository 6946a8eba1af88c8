import type { Output } from '@xihuo/ui';

type Line = Output<'GET /supplier/orders'>['data'][number]['lines'][number];
type Lot = Output<'GET /supplier/lots'>['data'][number];

/** So many packs of one line out of one lot, as it is being chosen. */
export interface Pick {
  lineId: string;
  lotId: string;
  packs: number;
}

/** The lots a line may be shipped from, that hold a pack or more, oldest first: what was made first goes out first. */
export function lotsFor(line: Line, lots: readonly Lot[]): Lot[] {
  return lots
    .filter((lot) => lot.productId === line.productId && lot.availableGrams >= line.packGrams)
    .sort((one, other) => (one.producedOn < other.producedOn ? -1 : one.producedOn > other.producedOn ? 1 : 0));
}

/** Packs that have neither left nor been cancelled. */
export const openPacks = (line: Line): number => line.quantity - line.shippedPacks - line.cancelledPacks;

/**
 * For all that is still to be sent of a line the oldest lot that suffices, or, where none does alone, as many as it takes from the
 * oldest on. What one line takes the next does not find. Lots together may hold less than is open: then it is proposed what there is.
 */
export function firstPicks(lines: readonly Line[], lots: readonly Lot[]): Pick[] {
  const left = new Map(lots.map((lot) => [lot.id, lot.availableGrams]));
  return lines
    .filter((line) => openPacks(line) > 0)
    .flatMap((line) => {
      const picks = proposed(line, lotsFor(line, lots), left);
      for (const { lotId, packs } of picks) left.set(lotId, left.get(lotId)! - packs * line.packGrams);
      return picks.length > 0 ? picks : [{ lineId: line.id, lotId: '', packs: openPacks(line) }];
    });
}

function proposed(line: Line, lots: readonly Lot[], left: ReadonlyMap<string, number>): Pick[] {
  const open = openPacks(line);
  const fits = lots.map((lot) => ({ lotId: lot.id, packs: Math.floor(left.get(lot.id)! / line.packGrams) }));
  const enough = fits.find(({ packs }) => packs >= open);
  if (enough) return [{ lineId: line.id, lotId: enough.lotId, packs: open }];
  let missing = open;
  return fits.flatMap(({ lotId, packs }) => {
    const taken = Math.min(packs, missing);
    missing -= taken;
    return taken > 0 ? [{ lineId: line.id, lotId, packs: taken }] : [];
  });
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
