const GRAMS: Readonly<Record<string, number>> = {
  g: 1,
  克: 1,
  kg: 1_000,
  千克: 1_000,
  公斤: 1_000,
  斤: 500,
  市斤: 500,
  两: 50,
};
const WEIGHT = '约?(\\d+(?:\\.\\d+)?)(kg|g|千克|公斤|市斤|克|斤|两)';
const IN_BRACKETS = new RegExp(`\\((?:净重|净含量)?:?${WEIGHT}\\)`);
/** A weight or a count, with what it is a count of: 250g/袋, 357g饼, 4袋. */
const TAIL = '(?:/?\\p{Script=Han}{0,6})$';
const WEIGHS = new RegExp(`^${WEIGHT}${TAIL}`, 'u');
const COUNTS = new RegExp(`^(\\d+)${TAIL}`, 'u');

/** More than a lorry carries is a slip of the pen: a hundred tonnes. */
const MOST_GRAMS = 100_000_000;

/**
 * Nominal net weight of a pack in grams, or null where it is sold by piece or volume, or cannot be read for sure: 500g, 2.5kg,
 * 280g*2, 250g×4袋, 10斤, 5斤(2.5kg), 2只(约1.6kg). A weight in brackets is the weight of the whole pack.
 */
export function netGramsOf(pack: string): number | null {
  const grams = gramsIn(pack);
  return grams !== null && grams > 0 && grams <= MOST_GRAMS ? grams : null;
}

/** Whether it says a weight no pack has: nothing, or more than a lorry carries. */
export function isWeightless(pack: string): boolean {
  const grams = gramsIn(pack);
  return grams !== null && (grams <= 0 || grams > MOST_GRAMS);
}

function gramsIn(pack: string): number | null {
  const plain = pack.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
  const whole = IN_BRACKETS.exec(plain);
  if (whole) return gramsOf(whole);
  const parts = plain.replaceAll(/\([^()]*\)/g, '').split(/[*×x✕✖]/);
  const weights = parts.map((part) => WEIGHS.exec(part)).filter((found) => found !== null);
  const counts = parts.filter((part) => !WEIGHS.test(part)).map((part) => COUNTS.exec(part)?.[1]);
  const [only, ...others] = weights;
  if (!only || others.length > 0 || counts.includes(undefined)) return null;
  return Math.round(counts.reduce((grams, count) => grams * Number(count), gramsOf(only)));
}

function gramsOf([, amount, unit]: RegExpExecArray): number {
  return Number(amount) * GRAMS[unit!]!;
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
