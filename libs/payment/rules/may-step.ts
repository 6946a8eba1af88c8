import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';

export type Step = Extract<machines.DifferenceEvent, 'assign' | 'explain' | 'repair' | 'close'>;
const STEPS: readonly Step[] = ['assign', 'explain', 'repair', 'close'];

interface Standing {
  state: machines.DifferenceState;
  ownerId: string | null;
  toldBy: string | null;
}

/** Why a person of finance may not take a step, or null: the owner says what it was, and somebody else closes it. */
export function refusedStep({ state, ownerId, toldBy }: Standing, step: Step, personId: string) {
  if (states.transition(machines.differenceStates, state, step) === null) return 'NOT_AT_THIS_STEP';
  if ((step === 'explain' || step === 'repair') && ownerId !== personId) return 'NOT_AT_THIS_STEP';
  if (step === 'assign' && ownerId === personId && state === 'assigned') return 'NOT_AT_THIS_STEP';
  return step === 'close' && toldBy === personId ? 'FOUR_EYES' : null;
}

/** What a page offers this person as buttons. */
export function stepsFor(standing: Standing, personId: string): Step[] {
  return STEPS.filter((step) => refusedStep(standing, step, personId) === null);
}

const TURNS = {
  open: 'anybody',
  assigned: 'owner',
  explained: 'another',
  repaired: 'another',
  closed: null,
} as const satisfies Record<machines.DifferenceState, string | null>;

/** Whose turn it is. */
export const turnOf = (state: machines.DifferenceState) => TURNS[state];
