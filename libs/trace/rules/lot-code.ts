/** Crockford's digits: no I, L, O, U to misread from a wet label. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A lot's code: the day, and fifty bits of chance, so that nobody guesses one from another. Twenty signs at most: that is what
 * GS1 allows for a lot.
 *
 * @param chance ten random bytes
 */
export function lotCodeOf(producedOn: string, chance: Uint8Array): string {
  const drawn = [...chance.subarray(0, 10)].map((byte) => DIGITS[byte % 32]).join('');
  return `L${producedOn.slice(2).replaceAll('-', '')}${drawn}`;
}
