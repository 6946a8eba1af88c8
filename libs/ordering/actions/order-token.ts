import { createHash, createHmac } from 'node:crypto';

/**
 * The token that follows an order without an account: 256 bits that nobody can compute without the server's key. Derived
 * from the id, so the answer to a repeated request holds the same token although none is kept.
 */
export function orderToken(key: Buffer, orderId: string): string {
  return createHmac('sha256', key).update(`order-token:${orderId}`).digest('base64url');
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
