const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BYTES = 20;
const BITS_OF_BYTE = 8;
const BITS_OF_LETTER = 5;
const GROUP = 4;

/** RFC 4648 base32 without padding, as authenticator apps take a secret. @param bytes a multiple of five */
export function base32Of(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(BITS_OF_BYTE, '0')).join('');
  const letters = Array.from({ length: bits.length / BITS_OF_LETTER }, (_, at) =>
    Number.parseInt(bits.slice(at * BITS_OF_LETTER, (at + 1) * BITS_OF_LETTER), 2),
  );
  return letters.map((value) => LETTERS[value]).join('');
}

/** A secret nobody has seen: 160 bits, as RFC 4226 part 4 recommends. */
export const drawSecret = (): string => base32Of(crypto.getRandomValues(new Uint8Array(BYTES)));

/** What an app reads from the picture, or a phone opens by the link. */
export function factorAddress(secret: string, name: string): string {
  const issuer = '西货';
  const query = new URLSearchParams({ secret, issuer });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(name)}?${query.toString()}`;
}

/** In groups, to be typed by hand. */
export const inGroups = (secret: string): string => secret.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join(' ') ?? '';
