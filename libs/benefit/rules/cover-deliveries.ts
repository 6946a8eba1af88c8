import { must } from '@xihuo/kernel';

/** An agreement that binds a delivery, with what it may still take. */
export interface Cover {
  agreementId: string;
  /** Shared by the versions of one agreement: caps of a year and a lot go on counting from version to version. */
  seriesId: string;
  priority: number;
  openGrams: bigint;
  capGramsPerYear: bigint | null;
  capGramsPerLot: bigint | null;
}

export interface ToCover {
  deliveryId: string;
  lotId: string;
  grams: bigint;
  deliveredOn: string;
  /** Stands in the place of another: what was bought of that is not to be lost for what goes beyond the contract. */
  inPlace: boolean;
  /** Those in force on its day, for this household, supplier and product. */
  covers: readonly Cover[];
}

export interface Part {
  deliveryId: string;
  agreementId: string;
  grams: bigint;
}

export interface Uncovered {
  deliveryId: string;
  why: 'AGREEMENT_NOT_IN_FORCE' | 'AGREEMENT_VOLUME_EXCEEDED';
  /** What the agreements could still have taken. */
  openGrams: bigint;
  /** What of it is not bought. */
  leftGrams: bigint;
}

/** Grams taken so far, by `seriesId year` and `seriesId lotId`. */
export type Taken = ReadonlyMap<string, bigint>;

export const yearKey = (seriesId: string, day: string): string => `${seriesId} ${day.slice(0, 4)}`;
export const lotKey = (seriesId: string, lotId: string): string => `${seriesId} ${lotId}`;

const least = (first: bigint, ...rest: bigint[]): bigint => rest.reduce((all, one) => (one < all ? one : all), first);

/** What an agreement may still take on a day, and into a lot where one is named: the least of contract and caps. */
export function roomOf(
  { seriesId, openGrams, capGramsPerYear, capGramsPerLot }: Cover,
  taken: Taken,
  { day, lotId }: { day: string; lotId: string | null },
): bigint {
  const left: [bigint, ...bigint[]] = [openGrams];
  if (capGramsPerYear !== null) left.push(capGramsPerYear - (taken.get(yearKey(seriesId, day)) ?? 0n));
  if (capGramsPerLot !== null)
    left.push(capGramsPerLot - (lotId === null ? 0n : (taken.get(lotKey(seriesId, lotId)) ?? 0n)));
  const room = least(...left);
  return room > 0n ? room : 0n;
}

/**
 * Lays deliveries under agreements in the order given: the smaller priority is filled first, up to what is contracted and to
 * the caps of its year and its lot; what is left goes to the next. A delivery is covered whole or not at all; one that stands in the
 * place of another as far as the agreements go.
 */
export function coverDeliveries(
  deliveries: readonly ToCover[],
  before: Taken,
): { parts: Part[]; uncovered: Uncovered[] } {
  const open = new Map(deliveries.flatMap(({ covers }) => covers.map((cover) => [cover.agreementId, cover.openGrams])));
  const taken = new Map(before);
  const parts: Part[] = [];
  const uncovered: Uncovered[] = [];
  for (const { deliveryId, lotId, grams, deliveredOn, covers, inPlace } of deliveries) {
    must(grams > 0n, 'a delivery weighs something');
    if (covers.length === 0) {
      uncovered.push({ deliveryId, why: 'AGREEMENT_NOT_IN_FORCE', openGrams: 0n, leftGrams: grams });
      continue;
    }
    const free = (cover: Cover) =>
      roomOf({ ...cover, openGrams: open.get(cover.agreementId)! }, taken, { day: deliveredOn, lotId });
    const own: Part[] = [];
    let left = grams;
    for (const cover of [...covers].sort(
      (a, b) => a.priority - b.priority || (a.agreementId < b.agreementId ? -1 : 1),
    )) {
      const part = least(left, free(cover));
      if (part > 0n) own.push({ deliveryId, agreementId: cover.agreementId, grams: part });
      left -= part;
      if (left === 0n) break;
    }
    if (left > 0n) {
      const leftGrams = inPlace ? left : grams;
      uncovered.push({ deliveryId, why: 'AGREEMENT_VOLUME_EXCEEDED', openGrams: grams - left, leftGrams });
      if (!inPlace) continue;
    }
    for (const part of own) {
      const { seriesId } = covers.find(({ agreementId }) => agreementId === part.agreementId)!;
      open.set(part.agreementId, open.get(part.agreementId)! - part.grams);
      for (const key of [yearKey(seriesId, deliveredOn), lotKey(seriesId, lotId)])
        taken.set(key, (taken.get(key) ?? 0n) + part.grams);
    }
    parts.push(...own);
  }
  return { parts, uncovered };
}
