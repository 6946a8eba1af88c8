/** Grams, kilograms, yuan, percent and mu as people type them, in whole numbers throughout. */
export function scaled(text: string, digits: number): bigint | null {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.normalize('NFKC').replaceAll(',', '').trim());
  const rest = match?.[2] ?? '';
  if (!match || rest.length > digits) return null;
  return BigInt(match[1]! + rest.padEnd(digits, '0'));
}

/** The other way: 1250 of two digits is 12.5. */
export function plain(value: bigint | number | string, digits: number): string {
  const whole = String(value).padStart(digits + 1, '0');
  const rest = whole.slice(whole.length - digits).replace(/0+$/, '');
  return whole.slice(0, whole.length - digits) + (digits > 0 && rest !== '' ? `.${rest}` : '');
}

export const FEN = 2;
/** Of a kilogram, in grams. */
export const GRAM = 3;
/** Of a percent, in basis points; of a mu, in hundredths. */
export const HUNDREDTH = 2;
