import type { machines } from '@xihuo/contract';
import type { Party } from './case-facts';

/** What a step that was not done in its time brings about by itself. */
export type Effect = 'escalate' | 'lapse' | 'mediate' | 'overdue' | 'ask' | 'execute';

export interface ClockFacts {
  readonly state: machines.DisputeState;
  /** YYYY-MM-DD: the last day of the step. */
  readonly dueOn: string | null;
  readonly negotiateUntil: string;
  readonly waitingFor: Party | null;
}

/**
 * The effect of a deadline, or null while it runs. A machine moves a case on and never takes anybody's side: a silent supplier
 * brings the platform in, a silent buyer lets the claim rest, and a decision nobody appealed is executed. What the platform owes
 * is only said to be late. What lies with the authorities stays held however long they take: somebody is reminded to ask them.
 *
 * @param today YYYY-MM-DD, Asia/Shanghai
 */
export function effectOn(facts: ClockFacts, today: string): Effect | null {
  const { state, dueOn } = facts;
  if (dueOn === null || today <= dueOn) return null;
  switch (state) {
    case 'negotiating':
      return facts.waitingFor === 'buyer' && dueOn < facts.negotiateUntil ? 'lapse' : 'escalate';
    case 'evidence':
      return 'mediate';
    case 'mediating':
    case 'appealed':
      return 'overdue';
    case 'decided':
      return 'execute';
    case 'referred':
      return 'ask';
    default:
      return null;
  }
}

/** The setting that says how many working days a step has. */
export const CLOCKS = {
  negotiating: 'dispute.answerWorkingDays',
  evidence: 'dispute.evidenceWorkingDays',
  mediating: 'dispute.mediationWorkingDays',
  decided: 'dispute.appealWorkingDays',
  appealed: 'dispute.appealDecisionWorkingDays',
  referred: 'dispute.referralWorkingDays',
} as const satisfies Partial<Record<machines.DisputeState, string>>;
