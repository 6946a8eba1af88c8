import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import { eyesFault, isCompetent, type Decider, type EyesFault, type Participant } from '../four-eyes';

export type CasePart = 'opener' | 'proposer' | 'imposer' | 'decider' | 'verifier';
export type CaseAction = 'impose' | 'propose' | 'drop' | 'decide' | 'close';
export type MeasureAction = 'lift' | 'verify' | 'sendBack';

/** A case as those see it who decide about it. */
export interface CaseMatter {
  readonly supplierId: string;
  readonly countyCode: string;
  readonly state: machines.CaseState;
  readonly participants: readonly Participant<CasePart>[];
  /** Who spoke for the supplier in it: asked to leave, stated, planned and reported what was put right, appealed; also where they have left it. */
  readonly spokenBy: readonly string[];
}

export type CaseRefusal = 'NOT_YOUR_PART' | EyesFault | 'NOT_AT_THIS_STEP';

/**
 * Whether a reviewer may take a step in a case. Nobody of the supplier; and whoever proposed what the supplier was heard on
 * does not decide it, nor does a colleague. In order: role and place, four eyes, the state.
 */
export function mayActOnCase(action: CaseAction, matter: CaseMatter, decider: Decider): CaseRefusal | null {
  const others = action === 'decide' ? matter.participants.filter(({ part }) => part === 'proposer') : [];
  const fault = unfit(matter, decider, others, action === 'decide' ? 'decider' : 'imposer');
  if (fault !== null) return fault;
  return states.transition(machines.caseStates, matter.state, action) === null ? 'NOT_AT_THIS_STEP' : null;
}

/** Whether a reviewer may end a measure or look at what was put right; a measure outside of any case has no participants. */
export function mayActOnMeasure(
  action: MeasureAction,
  matter: Omit<CaseMatter, 'state'> & { readonly kind: string; readonly state: machines.MeasureState },
  rectification: machines.RectificationState | null,
  decider: Decider,
): CaseRefusal | null {
  const fault = unfit(matter, decider, [], 'verifier');
  if (fault !== null) return fault;
  if (matter.state !== 'inForce') return 'NOT_AT_THIS_STEP';
  if (action === 'lift') return LIFTED_BY_HAND.includes(matter.kind) ? null : 'NOT_AT_THIS_STEP';
  const next = rectification && states.transition(machines.rectificationStates, rectification, action);
  return next === null ? 'NOT_AT_THIS_STEP' : null;
}

/** An exit ends by appeal or re-admission, a bar by time; a rectification by verifying that it was put right. */
const LIFTED_BY_HAND = ['notice', 'warning', 'productDelisting', 'suspension'];

/** Whether there is still something that an appeal could annul. */
export function isAppealable(state: machines.MeasureState): boolean {
  return states.transition(machines.measureStates, state, 'annul') !== null;
}

/** Whether somebody may decide an appeal: nobody who had any hand in the case, or sits beside one who had. */
export function mayDecideAppeal(
  { state, ...matter }: Omit<CaseMatter, 'state'> & { readonly state: machines.AppealState },
  decider: Decider,
): CaseRefusal | null {
  const fault = unfit<CasePart | 'appeals'>(matter, decider, matter.participants, 'appeals');
  if (fault !== null) return fault;
  return state === 'filed' ? null : 'NOT_AT_THIS_STEP';
}

function unfit<Part extends string>(
  { supplierId, countyCode, spokenBy }: Pick<CaseMatter, 'supplierId' | 'countyCode' | 'spokenBy'>,
  decider: Decider,
  participants: readonly Participant<Part>[],
  part: Part,
): CaseRefusal | null {
  if (!isCompetent(decider.grants, countyCode, { role: 'reviewer' })) return 'NOT_YOUR_PART';
  if (spokenBy.includes(decider.personId)) return 'SUBMITTED_IT';
  return eyesFault<Part>(decider, { parties: [supplierId], submittedBy: null, participants }, part);
}

/** Something of a supplier that a reviewer looks at outside of any case: a certificate, a re-check, a sample. */
export interface Handed {
  readonly supplier_id: string;
  readonly county_code: string;
}

/**
 * What stands against a reviewer judging it: another jurisdiction, a hand in it, or the supplier itself.
 *
 * @param by who handed it in, where somebody did
 * @returns null where nothing does
 */
export function judgeRefusal(decider: Decider, row: Handed, by: string | null): CaseRefusal | null {
  if (!isCompetent(decider.grants, row.county_code, { role: 'reviewer' })) return 'NOT_YOUR_PART';
  return eyesFault<CasePart>(decider, { parties: [row.supplier_id], submittedBy: by, participants: [] }, 'verifier');
}
