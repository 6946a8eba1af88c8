import { must } from './assert';

/** Keys of trade items and of what they are packed in. */
export * as gs1 from './gs1';

/**
 * A UUIDv7 (RFC 9562) from a time and sixteen random bytes, both given: rows created together sort together.
 * Never a secret: it shows its time.
 *
 * @param epochMs milliseconds since 1970, UTC
 * @param random sixteen bytes from a cryptographic source
 */
export function uuidv7(epochMs: number, random: Uint8Array): string {
  must(random.length === 16, 'uuidv7 wants sixteen random bytes');
  const bytes = Uint8Array.from(random);
  let rest = BigInt(Math.trunc(epochMs));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}
