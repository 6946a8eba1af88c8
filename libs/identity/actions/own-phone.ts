import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { phoneIndex, type IdentityKit } from '../store/identity-kit';
import { spendSmsCode } from '../store/one-time.sql';
import { peopleOnPhone } from '../store/person.sql';
import { mustHoldCode } from './must-hold-code';

export interface ShownCode {
  readonly requestId: string;
  /** Eleven digits. */
  readonly phone: string;
  /** Six digits. */
  readonly code: string;
}

/** A code that fits; nothing is allowed by it until it is spent. */
export interface HeldCode {
  readonly requestId: string;
  readonly phoneIndex: Buffer;
}

/**
 * The step-up of people who sign in by phone and have no authenticator: a code sent to the phone they have now. Counts a try, in a
 * transaction of its own.
 *
 * @throws ProblemError WRONG_CODE (wrong, spent, expired, another request's, five tries used)
 */
async function mustHold(kit: Pick<IdentityKit, 'database' | 'vault'>, shown: ShownCode): Promise<HeldCode> {
  return { requestId: shown.requestId, phoneIndex: await mustHoldCode(kit, shown) };
}

/**
 * Spends a held code in the transaction of what it allows; of two at once the second finds it spent. The phone has to be the person's
 * at that moment: a code that was had on a phone since given up allows nothing.
 *
 * @throws ProblemError WRONG_CODE
 */
async function spend(tx: Tx, personId: string, { requestId, phoneIndex }: HeldCode): Promise<void> {
  const people = await tx.sql(peopleOnPhone, [phoneIndex]);
  const [spent] = await tx.sql(spendSmsCode, [requestId, tx.now]);
  if (!spent || !people.some(({ id }) => id === personId)) throw fail('WRONG_CODE');
}

/** `indexOf`: a keyed hash by which phones are compared, and none is read. */
export const ownPhone = { mustHold, spend, indexOf: phoneIndex } as const;
