import type { machines } from '@xihuo/contract';
import { eyesFault, isCompetent, type Competence, type Decider, type EyesFault, type Participant } from '../four-eyes';
import { nextStep, type Level, type Step } from './next-step';

export type Part =
  'submitter' | 'agriculture' | 'revitalisation' | 'city' | 'province' | 'reviewer' | 'objections' | 'recused';
export type Department = 'agriculture' | 'revitalisation';

export type ReviewAction =
  | 'signAgriculture'
  | 'signRevitalisation'
  | 'checkCity'
  | 'checkProvince'
  | 'claim'
  | 'decide'
  | 'requestCorrections'
  | 'reject';

export type Refusal =
  'NOT_YOUR_PART' | EyesFault | 'NOT_AT_THIS_STEP' | 'ALREADY_DONE' | 'CLAIMED_BY_OTHER' | 'NOT_CLAIMED';

/** An application as those see it who decide about it. */
export interface ReviewCase {
  readonly state: machines.ApplicationState;
  readonly countyCode: string;
  readonly levels: readonly Level[];
  readonly parties: readonly string[];
  readonly submittedBy: string | null;
  readonly participants: readonly Participant<Part>[];
  /** Departments that signed in this round. */
  readonly signed: readonly Department[];
  /** Of this round; a claim that has run out is none. */
  readonly claimedBy: string | null;
  /** Who gave a verdict in this round. */
  readonly decidedBy: readonly string[];
  /** The public notice is over and a machine found something new: a reviewer sends it back or ends it. */
  readonly held: boolean;
}

interface Hand extends Competence {
  readonly part: Part;
}

const AGRICULTURE: Hand = { role: 'countyAgriculture', reach: 'county', part: 'agriculture' };
const REVITALISATION: Hand = { role: 'countyRevitalisation', reach: 'county', part: 'revitalisation' };
const CITY: Hand = { role: 'auditor', reach: 'city', part: 'city' };
const PROVINCE: Hand = { role: 'auditor', reach: 'province', part: 'province' };
const REVIEWER: Hand = { role: 'reviewer', part: 'reviewer' };

/** Who has a step in hand. */
const HANDS: Readonly<Record<Step, readonly Hand[]>> = {
  county: [AGRICULTURE, REVITALISATION],
  city: [CITY],
  province: [PROVINCE],
  review: [REVIEWER],
};

const OF_ACTION: Readonly<Record<Exclude<ReviewAction, 'requestCorrections' | 'reject'>, { step: Step; hand: Hand }>> =
  {
    signAgriculture: { step: 'county', hand: AGRICULTURE },
    signRevitalisation: { step: 'county', hand: REVITALISATION },
    checkCity: { step: 'city', hand: CITY },
    checkProvince: { step: 'province', hand: PROVINCE },
    claim: { step: 'review', hand: REVIEWER },
    decide: { step: 'review', hand: REVIEWER },
  };

export type Verdict = { readonly part: Part; readonly refusal: null } | { readonly refusal: Refusal };

/**
 * Whether somebody may take a step now, and in which part. Asked by the action that does it and by the page that offers it, so
 * that no button promises what is refused. In order: the role and its place, four eyes, the state, the step's own conditions.
 */
export function mayAct(action: ReviewAction, matter: ReviewCase, decider: Decider): Verdict {
  const held = matter.held && (action === 'reject' || action === 'requestCorrections');
  const step = held ? 'review' : nextStep(matter.state, matter.levels);
  const hand = handOf(action, step, matter, decider);
  if (hand === null) return { refusal: 'NOT_YOUR_PART' };
  const fault = eyesFault(decider, matter, hand.part);
  if (fault !== null) return { refusal: fault };
  const refusal = stepRefusal(action, step, matter, decider.personId);
  return refusal === null ? { part: hand.part, refusal } : { refusal };
}

/** The part in which a decider would take the action. Where nobody has the step, any hand of the house shows that it is over. */
function handOf(action: ReviewAction, step: Step | null, matter: ReviewCase, { grants }: Decider): Hand | null {
  const hands = 'requestCorrections' === action || 'reject' === action ? handsOf(step) : [OF_ACTION[action].hand];
  return hands.find((hand) => isCompetent(grants, matter.countyCode, hand)) ?? null;
}

function handsOf(step: Step | null): readonly Hand[] {
  return step === null ? Object.values(HANDS).flat() : HANDS[step];
}

function stepRefusal(action: ReviewAction, step: Step | null, matter: ReviewCase, personId: string): Refusal | null {
  if (step === null) return 'NOT_AT_THIS_STEP';
  switch (action) {
    case 'signAgriculture':
    case 'signRevitalisation': {
      if (step !== 'county') return 'NOT_AT_THIS_STEP';
      return matter.signed.includes(action === 'signAgriculture' ? 'agriculture' : 'revitalisation')
        ? 'ALREADY_DONE'
        : null;
    }
    case 'checkCity':
    case 'checkProvince':
      return step === OF_ACTION[action].step ? null : 'NOT_AT_THIS_STEP';
    case 'claim': {
      if (step !== 'review') return 'NOT_AT_THIS_STEP';
      if (matter.decidedBy.includes(personId)) return 'ALREADY_DONE';
      return matter.claimedBy === null || matter.claimedBy === personId ? null : 'CLAIMED_BY_OTHER';
    }
    case 'decide':
      return step === 'review' ? claimRefusal(matter, personId) : 'NOT_AT_THIS_STEP';
    case 'requestCorrections':
      return step === 'review' && !matter.held ? claimRefusal(matter, personId) : null;
    case 'reject':
      // At the review's own step two verdicts reject; one reviewer alone does not.
      return step !== 'review' || matter.held ? null : 'NOT_AT_THIS_STEP';
  }
}

function claimRefusal({ state, claimedBy }: ReviewCase, personId: string): Refusal | null {
  if (state !== 'underReview') return 'NOT_AT_THIS_STEP';
  return claimedBy === personId ? null : 'NOT_CLAIMED';
}
