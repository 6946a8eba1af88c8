import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { CaseFacts, Party, Viewer } from './case-facts';

type Act = machines.disputing.DisputeAct;

const TALKING: readonly machines.DisputeState[] = ['negotiating', 'evidence', 'mediating'];
const OVER: readonly machines.DisputeState[] = ['executed', 'withdrawn', 'lapsed'];

/**
 * What ties somebody of the platform to a case: buyers, people of the organisation that bought and people of the supplier decide
 * nothing of it, whatever other role they have.
 */
export function tiedTo(
  { supplierId, buyerId, buyingPeople }: Pick<CaseFacts, 'supplierId' | 'buyerId' | 'buyingPeople'>,
  { personId, organisationIds }: { personId: string; organisationIds: readonly string[] },
): boolean {
  return personId === buyerId || buyingPeople.includes(personId) || organisationIds.includes(supplierId);
}

/** Everything somebody may do with a case as it stands: what a page offers and an action asks. */
export function actsOf(facts: CaseFacts, viewer: Viewer): Act[] {
  if (OVER.includes(facts.state) || viewer.side === 'reader') return [];
  return viewer.side === 'mediator' ? actsOfMediator(facts, viewer) : actsOfParty(facts, viewer.side);
}

function actsOfParty(facts: CaseFacts, side: Party): Act[] {
  const { state, offer, accepted, evidenceDone } = facts;
  const can = (event: machines.DisputeEvent) => states.transition(machines.disputeStates, state, event) !== null;
  const acts: Act[] = ['say'];
  if (TALKING.includes(state)) acts.push('offer');
  if (can('agree') && offer !== null && offer.side !== side && !accepted[side]) acts.push('accept');
  if (side === 'buyer' && can('escalate')) acts.push('escalate');
  if (side === 'buyer' && can('withdraw')) acts.push('withdraw');
  if (state === 'evidence' && !evidenceDone[side]) acts.push('finishEvidence');
  if (state === 'decided' && !accepted[side]) acts.push('acceptDecision');
  if (can('appeal') && !facts.isPastDue && facts.appealBy === null && !accepted[side]) acts.push('appeal');
  return acts;
}

/** Four eyes: one mediator a case, and none of those who had a hand in it for its appeal or the end of its referral. */
function actsOfMediator(
  facts: CaseFacts,
  viewer: { readonly personId: string; readonly organisationIds: readonly string[] },
): Act[] {
  if (tiedTo(facts, viewer)) return [];
  const { personId } = viewer;
  const { state, mediatorId, parts } = facts;
  const hadPart = parts.some((one) => one.personId === personId);
  if (state === 'evidence' || state === 'mediating') {
    if (mediatorId === null) return ['claim'];
    if (mediatorId !== personId) return [];
    return state === 'mediating' ? ['say', 'offer', 'decide', 'refer'] : ['say', 'offer', 'refer'];
  }
  if (state === 'appealed') return hadPart ? [] : ['decideAppeal', 'refer'];
  if (state === 'referred') return facts.referredBy === personId ? [] : ['conclude'];
  return [];
}
