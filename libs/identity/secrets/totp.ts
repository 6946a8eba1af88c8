import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
/** A phone's clock may be one step off, either way. */
const DRIFT = [0n, -1n, 1n] as const;

/** The step of thirty seconds that an instant falls in. Real time, never business time: the phone knows no other. */
export function stepAt(instant: Date): bigint {
  return BigInt(Math.floor(instant.getTime() / 1000 / STEP_SECONDS));
}

/** The code of a step (RFC 6238 over RFC 4226, SHA-1, which is what authenticator apps speak). */
export function totpCode(secret: Buffer, step: bigint, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step);
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac[mac.length - 1]! & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return (number % 10 ** digits).toString().padStart(digits, '0');
}

/** The step a code belongs to, later than the last one used; null where there is none. */
export function matchingStep(secret: Buffer, code: string, now: Date, lastUsed: bigint): bigint | null {
  const given = Buffer.from(code);
  let match: bigint | null = null;
  for (const drift of DRIFT) {
    const step = stepAt(now) + drift;
    const expected = Buffer.from(totpCode(secret, step));
    const equal = given.length === expected.length && timingSafeEqual(given, expected);
    if (equal && step > lastUsed && match === null) match = step;
  }
  return match;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 base32 without padding: how a secret is typed into an authenticator app. */
export function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = Math.ceil((bytes.length * 8) / 5);
  bits <<= BigInt(length * 5 - bytes.length * 8);
  return Array.from({ length }, (_, index) => BASE32[Number((bits >> BigInt((length - 1 - index) * 5)) & 31n)]).join(
    '',
  );
}

/** The bytes of a base32 secret; throws on anything else. */
export function fromBase32(text: string): Buffer {
  const letters = text.toUpperCase().replace(/[\s=]/g, '');
  let bits = 0n;
  for (const letter of letters) {
    const value = BASE32.indexOf(letter);
    if (value < 0) throw new Error('not base32');
    bits = (bits << 5n) | BigInt(value);
  }
  const length = Math.floor((letters.length * 5) / 8);
  bits >>= BigInt(letters.length * 5 - length * 8);
  return Buffer.from(bits.toString(16).padStart(length * 2, '0'), 'hex');
}
