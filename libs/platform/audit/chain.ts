import { createHash } from 'node:crypto';

export interface Link {
  readonly position: bigint;
  readonly contentHash: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

export interface Place {
  readonly position: bigint;
  readonly hash: Buffer;
}

export const GENESIS: Place = { position: 0n, hash: Buffer.alloc(32) };

/** hash = sha256(previous hash, position as eight bytes, hash of the salted content) */
export function linkHash(previousHash: Buffer, position: bigint, contentHash: Buffer): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(position);
  return createHash('sha256').update(previousHash).update(place).update(contentHash).digest();
}

/** Follows links from a known place; answers where they lead, or the first position that does not fit. */
export function followChain(from: Place, links: readonly Link[]): Place | { readonly broken: bigint } {
  let { position, hash } = from;
  for (const link of links) {
    const next = position + 1n;
    const fits =
      link.position === next &&
      link.previousHash.equals(hash) &&
      link.hash.equals(linkHash(hash, next, link.contentHash));
    if (!fits) return { broken: next };
    position = next;
    hash = link.hash;
  }
  return { position, hash };
}
