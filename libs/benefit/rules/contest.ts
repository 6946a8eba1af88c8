import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';

/** What an answer makes of an objection: something is added, or it stays as it was and the words say why. */
export function answerEvent(by: 'supplier' | 'county', adds: boolean): machines.ContestEvent {
  if (adds) return 'uphold';
  return by === 'supplier' ? 'explain' : 'close';
}

export type EscalationFault = 'NOT_AT_THIS_STEP' | 'ANSWER_NOT_DUE';

/** The county looks at what the supplier explained away, and at what it left unanswered beyond its day. */
export function escalationFault(
  contest: { state: machines.ContestState; answerBy: string },
  today: string,
): EscalationFault | null {
  if (states.transition(machines.contestStates, contest.state, 'escalate') === null) return 'NOT_AT_THIS_STEP';
  return contest.state === 'open' && today <= contest.answerBy ? 'ANSWER_NOT_DUE' : null;
}

/** Whether somebody answers for others what is its own: of the household or collective that objects, of the supplier, or with a hand in it. */
export function answersAlone(
  answerer: { personId: string; suppliers: readonly string[]; households: readonly string[] },
  contest: { supplierId: string; payeeId: string; hands: readonly string[] },
  by: 'supplier' | 'county',
): boolean {
  if ([...answerer.households, ...answerer.suppliers].includes(contest.payeeId)) return true;
  if (by === 'supplier') return false;
  return answerer.suppliers.includes(contest.supplierId) || contest.hands.includes(answerer.personId);
}
