import { totp } from '@xihuo/identity';

/** The last code each account has used: none is taken twice, and the next one is taken half a minute early. */
const used = new Map<string, bigint>();

export function freshCode(secret: string): string {
  const now = totp.stepAt(new Date());
  const before = used.get(secret) ?? 0n;
  const step = before < now ? now : before + 1n;
  used.set(secret, step);
  return totp.totpCode(totp.fromBase32(secret), step);
}
