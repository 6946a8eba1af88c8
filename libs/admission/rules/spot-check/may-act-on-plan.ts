import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { DeciderGrant, Decider } from '../four-eyes';

export interface Plan {
  readonly state: machines.SpotCheckPlanState;
  readonly region_prefix: string;
  readonly created_by: string;
}

/** Whether a region lies wholly in the jurisdiction of a reviewer. */
export function covers(grants: readonly DeciderGrant[], prefix: string): boolean {
  return grants.some(({ role, jurisdiction }) => role === 'reviewer' && prefix.startsWith(jurisdiction ?? ''));
}

/**
 * What stands against a step of a spot-check plan: another jurisdiction; whoever made it does not draw its lots; or the time.
 * A draft that is closed is cancelled. @returns null where nothing does
 */
export function planRefusal(
  act: 'draw' | 'close',
  plan: Plan,
  { personId, grants }: Decider,
): 'NOT_YOUR_PART' | 'SUBMITTED_IT' | 'NOT_AT_THIS_STEP' | null {
  if (!covers(grants, plan.region_prefix)) return 'NOT_YOUR_PART';
  if (act === 'draw' && plan.created_by === personId) return 'SUBMITTED_IT';
  const event = act === 'close' && plan.state === 'draft' ? 'cancel' : act;
  return states.transition(machines.spotCheckPlanStates, plan.state, event) === null ? 'NOT_AT_THIS_STEP' : null;
}
