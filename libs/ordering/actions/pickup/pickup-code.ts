import { createHmac, timingSafeEqual } from 'node:crypto';

const DIGITS = 8;

/** What a buyer shows at the counter: eight digits that nobody can compute without the server's key. */
export function pickupCode(key: Buffer, orderId: string): string {
  const drawn = createHmac('sha256', key).update(`pickup:${orderId}`).digest().readBigUInt64BE();
  return (drawn % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0');
}

export function isPickupCode(key: Buffer, orderId: string, given: string): boolean {
  const right = Buffer.from(pickupCode(key, orderId));
  const said = Buffer.from(given);
  return said.length === right.length && timingSafeEqual(said, right);
}
