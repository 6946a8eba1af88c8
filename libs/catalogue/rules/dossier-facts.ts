import { squeeze, type Signs } from './listing/check-text';
import { unitPriceFen } from './pack';

/** A pack at a price, as the store counts it. */
export interface PackFacts {
  readonly pack: string;
  readonly netGrams: string | null;
  readonly priceFen: string;
}

/** A pack with what it costs per 500 g, where it is sold by weight. */
export function packOf({ pack, netGrams, priceFen }: PackFacts) {
  const per500g = unitPriceFen(BigInt(priceFen), netGrams === null ? null : BigInt(netGrams), pack);
  return { pack, netGrams, priceFen, per500gFen: per500g?.toString() ?? null };
}

/** The middle of what others ask per 500 g; the lower of the two where there are two. Null where nobody sells it by weight. */
export function peersOf(packs: readonly PackFacts[]): { medianPer500gFen: string; offers: number } | null {
  const prices = packs
    .map((pack) => packOf(pack).per500gFen)
    .filter((fen) => fen !== null)
    .map(BigInt)
    .sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  if (prices.length === 0) return null;
  return { medianPer500gFen: prices[Math.floor((prices.length - 1) / 2)]!.toString(), offers: prices.length };
}

/** A name that a published register protects as a geographical indication. */
export interface Indication {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kinds: readonly string[];
}

/** The geographical indications that names hold, however they are written. */
export function indicationsNamed(
  names: readonly string[],
  indications: readonly Indication[],
  signs: Signs,
): Indication[] {
  const plain = (name: string) => squeeze(name, signs).text.replaceAll(/\s+/g, ' ');
  const said = names.map(plain);
  const holds = (name: string) => name !== '' && said.some((one) => one.includes(plain(name)));
  return indications.filter(({ nameZh, nameEn }) => holds(nameZh) || holds(nameEn));
}

export const kindsOf = (found: readonly Indication[]): string[] =>
  [...new Set(found.flatMap(({ kinds }) => kinds))].sort();
