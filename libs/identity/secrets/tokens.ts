import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 bits that nobody guesses: what a session cookie carries. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. A plain hash does: there is nothing to try out in 256 random bits. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Six digits, each as likely as any. */
export function newSmsCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0');
}
