import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import { eyesFault, isCompetent, type Decider, type EyesFault, type Participant } from '../four-eyes';
import { belongsTo } from '../product/may-decide';

export type RecognitionAction =
  'stamp' | 'publish' | 'requestCorrections' | 'reject' | 'withdraw' | 'resubmit' | 'revoke';
export type RecognitionRefusal = 'NOT_YOUR_PART' | EyesFault | 'NOT_AT_THIS_STEP';
export type RecognitionPart = 'county' | 'reviewer' | 'revoker' | 'objections';
export type Department = 'agriculture' | 'revitalisation';

/** A recognition, as far as it matters who decides. */
export interface RecognitionMatter {
  readonly state: machines.RecognitionState;
  readonly supplierId: string;
  readonly countyCode: string;
  readonly submittedBy: string;
  readonly stampedBy: string | null;
  readonly checkedBy: string | null;
}

const COUNTY_ROLES: Readonly<Record<Department, string>> = {
  agriculture: 'countyAgriculture',
  revitalisation: 'countyRevitalisation',
};

/**
 * Whether somebody may take a step with a recognition now. The county's officer, the reviewer who checks, and whoever revokes or
 * judges objections are different people, none of the supplier, whatever roles they hold beside.
 */
export function recognitionRefusal(
  action: RecognitionAction,
  matter: RecognitionMatter,
  decider: Decider,
): RecognitionRefusal | null {
  if (action === 'withdraw' || action === 'resubmit') {
    if (!belongsTo(matter.supplierId, decider)) return 'NOT_YOUR_PART';
  } else {
    const part = partOf(action, matter, decider);
    if (part === null) return 'NOT_YOUR_PART';
    const fault = recognitionEyes(matter, decider, part);
    if (fault !== null) return fault;
  }
  const isObjected = action === 'reject' && matter.state === 'publicNotice';
  const next = states.transition(machines.recognitionStates, matter.state, action);
  // What is before the public falls only by an objection that is upheld.
  return next === null || isObjected ? 'NOT_AT_THIS_STEP' : null;
}

/** Whether a person who is competent may take a part, for all they did before. */
export function recognitionEyes(matter: RecognitionMatter, decider: Decider, part: RecognitionPart): EyesFault | null {
  const { supplierId, submittedBy, stampedBy, checkedBy } = matter;
  const participants: Participant<RecognitionPart>[] = [
    ...(stampedBy === null ? [] : [{ personId: stampedBy, part: 'county' as const, organisationIds: [] }]),
    ...(checkedBy === null ? [] : [{ personId: checkedBy, part: 'reviewer' as const, organisationIds: [] }]),
  ];
  return eyesFault<RecognitionPart>(decider, { parties: [supplierId], submittedBy, participants }, part);
}

/** The departments of the county that somebody may stamp for. */
export function departmentsOf(countyCode: string, { grants }: Decider): Department[] {
  return (['agriculture', 'revitalisation'] as const).filter((department) =>
    isCompetent(grants, countyCode, { role: COUNTY_ROLES[department], reach: 'county' }),
  );
}

function partOf(
  action: Exclude<RecognitionAction, 'withdraw' | 'resubmit'>,
  { state, countyCode }: RecognitionMatter,
  decider: Decider,
): RecognitionPart | null {
  const county = departmentsOf(countyCode, decider).length > 0;
  const reviewer = isCompetent(decider.grants, countyCode, { role: 'reviewer' });
  switch (action) {
    case 'stamp':
      return county ? 'county' : null;
    case 'publish':
      return reviewer ? 'reviewer' : null;
    case 'revoke':
      return reviewer ? 'revoker' : null;
    default:
      // Whoever has the step sends back or refuses; elsewhere any hand of the house shows that it is over.
      if (state === 'submitted') return county ? 'county' : null;
      if (state === 'countyStamped') return reviewer ? 'reviewer' : null;
      return county ? 'county' : reviewer ? 'reviewer' : null;
  }
}
