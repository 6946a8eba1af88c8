import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import { eyesFault, isCompetent, type Decider, type EyesFault } from '../four-eyes';

export type DossierAction = 'approve' | 'requestCorrections' | 'reject' | 'withdraw';
export type DossierRefusal = 'NOT_YOUR_PART' | EyesFault | 'NOT_AT_THIS_STEP' | 'SUPPLIER_NOT_CERTIFIED';

/** A dossier, as far as it matters who decides. */
export interface DossierMatter {
  readonly state: machines.DossierState;
  readonly supplierId: string;
  readonly countyCode: string;
  readonly submittedBy: string | null;
  /** Whether the supplier may sell at this moment. */
  readonly inStanding: boolean;
}

/**
 * Whether somebody may take a step with a dossier now; asked by the action and by the page that offers it. In order: whose part
 * it is, four eyes, the state, the supplier's own right.
 */
export function dossierRefusal(action: DossierAction, matter: DossierMatter, decider: Decider): DossierRefusal | null {
  if (action === 'withdraw') {
    if (!belongsTo(matter.supplierId, decider)) return 'NOT_YOUR_PART';
  } else {
    if (!isCompetent(decider.grants, matter.countyCode, { role: 'reviewer' })) return 'NOT_YOUR_PART';
    const { supplierId, submittedBy } = matter;
    const fault = eyesFault(decider, { parties: [supplierId], submittedBy, participants: [] }, 'reviewer');
    if (fault !== null) return fault;
  }
  if (states.transition(machines.dossierStates, matter.state, action) === null) return 'NOT_AT_THIS_STEP';
  return action === 'approve' && !matter.inStanding ? 'SUPPLIER_NOT_CERTIFIED' : null;
}

/** Whether somebody acts for a supplier. */
export function belongsTo(supplierId: string, { grants }: Decider): boolean {
  return grants.some(({ role, organisationId }) => role === 'supplier' && organisationId === supplierId);
}

/** The suppliers somebody acts for. */
export function ownSuppliers({ grants }: Decider): string[] {
  return grants.flatMap(({ role, organisationId }) =>
    role === 'supplier' && organisationId !== null ? [organisationId] : [],
  );
}
