import { fail, type InputOf, type ProblemCode } from '@xihuo/contract';
import type { Tx } from '../database/tx';
import { readSwitch, turnSwitch } from './switches.sql';

type Turn = InputOf<'POST /switches'>['body'];
type SwitchName = Turn['name'];

/** What whoever comes meanwhile is told. */
const CODES = {
  signUp: 'SIGN_UP_PAUSED',
  orders: 'ORDERS_PAUSED',
  publishing: 'PUBLISHING_PAUSED',
} as const satisfies Record<SwitchName, ProblemCode>;

/** Whether an operator has paused it. Asked in the transaction that acts, so that it holds from the next one on. */
export async function isPaused(tx: Tx, name: SwitchName): Promise<boolean> {
  const [row] = await tx.sql(readSwitch, [name]);
  return row?.paused ?? false;
}

/** @throws ProblemError SIGN_UP_PAUSED, ORDERS_PAUSED or PUBLISHING_PAUSED while it is paused */
export async function mustGoOn(tx: Tx, name: SwitchName): Promise<void> {
  if (await isPaused(tx, name)) throw pausedProblem(name);
}

/** The refusal itself, for whoever answers many at once. */
export const pausedProblem = (name: SwitchName) => fail(CODES[name]);

/** Pauses something or lets it go on; what stands so already is left as it was. */
export async function turn(tx: Tx, { name, paused, reason }: Turn): Promise<void> {
  const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const [turned] = await tx.sql(turnSwitch, [name, paused, reason, by, tx.now]);
  if (!turned) return;
  tx.audit({ action: 'switch.turn', subjectKind: 'switch', subjectId: name, after: { paused, reason } });
}
