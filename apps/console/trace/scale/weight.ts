/** What scales show in villages, and what is counted in: a jin is half a kilogram. */
export const UNITS = ['jin', 'kg'] as const;
export type Unit = (typeof UNITS)[number];

const MILLI_GRAMS: Record<Unit, bigint> = { jin: 500n, kg: 1000n };
/** A scale of a thousand tonnes does not exist. */
const MOST_GRAMS = 1_000_000_000n;
/** Ten million yuan a kilogram. */
const MOST_FEN = 1_000_000_000n;

/** '102.5' jin are 51,250 grams, in whole numbers throughout. Null where it is no weight: nothing, nought, less, or half a gram. */
export function gramsOf(text: string, unit: Unit): number | null {
  const thousandths = thousandthsOf(text);
  if (thousandths === null) return null;
  const scaled = thousandths * MILLI_GRAMS[unit];
  if (scaled % 1000n !== 0n) return null;
  const grams = scaled / 1000n;
  return grams > 0n && grams <= MOST_GRAMS ? Number(grams) : null;
}

/** Yuan a unit, as fen a kilogram. Null where it is no price; nought is none. */
export function fenPerKilogram(text: string, unit: Unit): string | null {
  const match = /^(\d{1,7})(?:[.](\d{1,2}))?$/.exec(plainText(text));
  if (!match) return null;
  const fen = BigInt(match[1]! + (match[2] ?? '').padEnd(2, '0')) * (unit === 'jin' ? 2n : 1n);
  return fen > 0n && fen <= MOST_FEN ? String(fen) : null;
}

/** What a delivery costs, to the fen, half a fen upwards: as the sums of the day are made. */
export function fenOf(grams: number, fenPerKg: string): string {
  return String((BigInt(grams) * BigInt(fenPerKg) + 500n) / 1000n);
}

/** A weight as it would be typed again. */
export function typed(grams: number, unit: Unit): string {
  const scaled = BigInt(grams) * (unit === 'jin' ? 2n : 1n);
  const rest = String(scaled % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${scaled / 1000n}${rest === '' ? '' : `.${rest}`}`;
}

function thousandthsOf(text: string): bigint | null {
  const match = /^(\d{1,9})(?:[.](\d{0,3}))?$/.exec(plainText(text));
  return match ? BigInt(match[1]! + (match[2] ?? '').padEnd(3, '0')) : null;
}

/** Full-width digits and the comma of a keypad are as good as the others. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace('。', '.')
    .replace(/,(?=\d{1,2}$)/, '.')
    .trim();
}
