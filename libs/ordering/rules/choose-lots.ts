export interface LotLeft {
  readonly id: string;
  readonly code: string;
  readonly productId: string;
  readonly leftGrams: bigint;
}

export interface LineToPack {
  readonly id: string;
  readonly productId: string;
  /** Of one pack; a gram for goods that are not sold by weight. */
  readonly packGrams: bigint;
  readonly packs: number;
}

export interface ChosenLot {
  readonly lineId: string;
  readonly lotId: string;
  readonly productId: string;
  readonly packs: number;
  readonly grams: bigint;
}

export interface WantedParcel {
  readonly lines: readonly LineToPack[];
  /** Codes of the only lots it may come from; empty where any of its product will do. */
  readonly codes: readonly string[];
}

export type ParcelChoice =
  | { readonly picks: readonly ChosenLot[] }
  | { readonly unknown: string }
  | { readonly short: { readonly lineId: string; readonly packs: number } };

/**
 * Which lots parcels come from, one parcel after the other: the lots in the order given, so that what was made first goes out first,
 * whole packs of each. What a parcel takes the next one does not find; a parcel that cannot be filled takes nothing.
 *
 * @param lots in the order they are to be used up
 */
export function chooseLots(parcels: readonly WantedParcel[], lots: readonly LotLeft[]): ParcelChoice[] {
  const left = new Map(lots.map((lot) => [lot.id, lot.leftGrams]));
  return parcels.map((parcel) => {
    const unknown = parcel.codes.find((code) => !lots.some((lot) => lot.code === code));
    if (unknown !== undefined) return { unknown };
    const choice = fill(parcel, lots, left);
    if ('picks' in choice) {
      for (const { lotId, grams } of choice.picks) left.set(lotId, left.get(lotId)! - grams);
    }
    return choice;
  });
}

function fill(
  { lines, codes }: WantedParcel,
  lots: readonly LotLeft[],
  left: ReadonlyMap<string, bigint>,
): ParcelChoice {
  const rest = new Map(left);
  const picks: ChosenLot[] = [];
  for (const line of lines) {
    let missing = line.packs;
    for (const lot of lots) {
      if (missing === 0) break;
      if (lot.productId !== line.productId || (codes.length > 0 && !codes.includes(lot.code))) continue;
      const fits = rest.get(lot.id)! / line.packGrams;
      const packs = fits < BigInt(missing) ? Number(fits) : missing;
      if (packs <= 0) continue;
      const grams = line.packGrams * BigInt(packs);
      rest.set(lot.id, rest.get(lot.id)! - grams);
      picks.push({ lineId: line.id, lotId: lot.id, productId: line.productId, packs, grams });
      missing -= packs;
    }
    if (missing > 0) return { short: { lineId: line.id, packs: missing } };
  }
  return { picks };
}
