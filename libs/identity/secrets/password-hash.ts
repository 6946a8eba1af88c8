import { hash, verify } from '@node-rs/argon2';
import { fail } from '@xihuo/contract';
import { normalPassword } from '../rules/password-policy';

/** argon2id at the least that OWASP advises: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** More at once would only slow each other and the rest of the house: 19 MiB and a core each. */
const AT_ONCE = 2;
/** Whoever would wait longer than a screen's patience is told so instead. */
const WAITING = 64;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw fail('UNAVAILABLE', { extra: { retryAfterSeconds: 5 } });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // The place passes straight to the next in line, so that a newcomer cannot slip in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The PHC text of a password; the salt is the library's own random one. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalPassword(password), COST));
}

/** A hash that no password answers to: an unknown login must cost as long as a known one. */
const DECOY = `${CURRENT}AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`;

export async function isPassword(phc: string | null, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(phc ?? DECOY, normalPassword(password)));
  return phc !== null && fits;
}

/** The stored cost is not the current one: hash anew while the password is at hand. */
export function isOutdated(phc: string): boolean {
  return !phc.startsWith(CURRENT);
}
