import { machines } from '@xihuo/contract';
import { money } from '@xihuo/kernel';

/** How goods travel; parcels of different classes travel apart. */
export type Storage = (typeof machines.carting.STORAGES)[number];

/** What one class of goods costs to one group of places. Weights in grams, money in fen. */
export interface FreightRate {
  readonly storage: Storage;
  /** Codes of GB/T 2260: a province, a prefecture or a county stands for all that lies in it; '000000' for the mainland. */
  readonly regions: readonly string[];
  /** Not served: this class does not travel there, whatever it costs elsewhere. */
  readonly served: boolean;
  readonly firstGrams: number;
  readonly firstFen: bigint;
  readonly stepGrams: number;
  readonly stepFen: bigint;
  /** From this much of the supplier's goods (after discounts) on, it travels free; null: never. */
  readonly freeFromFen: bigint | null;
}

/** A dated template; never changed, only followed by the next. */
export interface FreightTemplate {
  readonly id: string;
  readonly supplierId: string;
  /** What a pack weighs that is not sold by weight, in grams. */
  readonly assumedGrams: number;
  readonly rates: readonly FreightRate[];
}

export interface Weighed {
  readonly id: string;
  readonly storage: Storage;
  readonly quantity: number;
  /** Net grams of a pack; null where it is not sold by weight. */
  readonly grams: bigint | null;
}

/** One class of a supplier's goods on its way: why it costs what it costs. */
export interface Parcel {
  readonly storage: Storage;
  readonly grams: bigint;
  /** The place the rate was found for: the code in the template that lies closest. */
  readonly region: string;
  readonly fen: bigint;
  readonly freeFromFen: bigint | null;
}

export interface Freight {
  readonly fen: money.Fen;
  readonly parcels: readonly Parcel[];
  /** Of each line, by weight within its parcel, to the fen. */
  readonly byLine: ReadonlyMap<string, money.Fen>;
  /** Lines that do not travel to the place. */
  readonly unserved: readonly string[];
}

const EVERYWHERE = '000000';
const NOWHERE = { fen: money.ZERO, parcels: [], byLine: new Map<string, money.Fen>(), unserved: [] };

/** The codes under which a place is found, the closest first: county, prefecture, province, the mainland. */
export function pathOf(code: string): string[] {
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`, EVERYWHERE])];
}

function rateFor(
  template: FreightTemplate,
  storage: Storage,
  region: string,
): { rate: FreightRate; at: string } | null {
  for (const at of pathOf(region)) {
    const rate = template.rates.find((one) => one.storage === storage && one.regions.includes(at));
    if (rate) return { rate, at };
  }
  return null;
}

function costOf(rate: FreightRate, grams: bigint): bigint {
  const over = grams - BigInt(rate.firstGrams);
  const step = BigInt(rate.stepGrams);
  return over <= 0n ? rate.firstFen : rate.firstFen + ((over + step - 1n) / step) * rate.stepFen;
}

/**
 * What it costs to send a supplier's lines to a place (a code of GB/T 2260), by first and further weight, each class of
 * storage for itself. The rate of the closest place in the template holds; a class with no rate for the place, or one that
 * says so, is not served. Without a template goods travel free wherever the supplier delivers.
 *
 * @param goodsFen what the buyer pays for the supplier's goods, after discounts: what `freeFromFen` is held against
 */
export function freightOf(
  template: FreightTemplate | null,
  region: string,
  lines: readonly Weighed[],
  goodsFen: bigint,
): Freight {
  if (template === null) return NOWHERE;
  const parcels: Parcel[] = [];
  const byLine = new Map<string, money.Fen>();
  const unserved: string[] = [];
  for (const storage of machines.carting.STORAGES) {
    const inside = lines.filter((line) => line.storage === storage);
    if (inside.length === 0) continue;
    const found = rateFor(template, storage, region);
    if (!found?.rate.served) {
      unserved.push(...inside.map(({ id }) => id));
      continue;
    }
    const weights = inside.map(({ id, quantity, grams }) => ({
      id,
      weight: (grams ?? BigInt(template.assumedGrams)) * BigInt(quantity),
    }));
    const grams = weights.reduce((sum, { weight }) => sum + weight, 0n);
    const { freeFromFen } = found.rate;
    const free = freeFromFen !== null && goodsFen >= freeFromFen;
    const fen = money.fen(free ? 0n : costOf(found.rate, grams));
    parcels.push({ storage, grams, region: found.at, fen, freeFromFen });
    for (const [id, share] of money.allocate(fen, weights)) byLine.set(id, share);
  }
  return { fen: money.fen(parcels.reduce((sum, parcel) => sum + parcel.fen, 0n)), parcels, byLine, unserved };
}
