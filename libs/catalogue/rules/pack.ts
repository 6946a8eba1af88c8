/**
 * Nominal net weight of a pack in grams, or null where it is sold by piece or volume: 500g, 2.5kg, 280g*2, 5斤(2.5kg),
 * 2只(约1.6kg). A weight in brackets is the weight of the whole pack.
 */
export function netGramsOf(pack: string): number | null {
  const inBrackets = /[（(]约?([\d.]+)\s*(kg|g)[)）]/.exec(pack);
  const [, amount, unit] = inBrackets ?? /^约?([\d.]+)\s*(kg|g)/.exec(pack) ?? [];
  if (amount === undefined) return null;
  const count = inBrackets ? 1 : Number(/\*(\d+)$/.exec(pack)?.[1] ?? 1);
  const grams = Math.round(Number(amount) * (unit === 'kg' ? 1000 : 1) * count);
  return grams > 0 ? grams : null;
}

/** Fen for 500 g, rounded to the fen: how prices are compared. Not for packs whose weight is only about right. */
export function unitPriceFen(priceFen: bigint, netGrams: bigint | null, pack: string): bigint | null {
  if (netGrams === null || pack.includes('约')) return null;
  return (priceFen * 500n + netGrams / 2n) / netGrams;
}

/** Fen for a kilogram, rounded to the fen from the price itself, so that it is no rounding of a rounding. */
export function kilogramPriceFen(priceFen: bigint, netGrams: bigint | null, pack: string): bigint | null {
  if (netGrams === null || pack.includes('约')) return null;
  return (priceFen * 1_000n + netGrams / 2n) / netGrams;
}
