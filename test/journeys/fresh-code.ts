import { totp } from '@xihuo/identity';
import { waitUntil } from '../../infra/embedded/processes.mjs';

/** The last code each account has used: none is taken twice, and the next one is taken half a minute early, but no earlier. */
const used = new Map<string, bigint>();

export async function freshCode(secret: string): Promise<string> {
  const now = totp.stepAt(new Date());
  const before = used.get(secret) ?? 0n;
  const step = before < now ? now : before + 1n;
  used.set(secret, step);
  // Who signs in often has to wait for the next code, as people do.
  if (!(await waitUntil(() => totp.stepAt(new Date()) >= step - 1n, 90_000, 200)))
    throw new Error('no code for a minute and a half: somebody asks for too many');
  return totp.totpCode(totp.fromBase32(secret), step);
}
