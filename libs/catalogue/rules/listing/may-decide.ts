import { machines, type ResponseOf } from '@xihuo/contract';
import { states } from '@xihuo/kernel';

type Step = ResponseOf<'GET /catalogue/changes/{id}'>['actions'][number];
export type ChangeAction = Step['action'];
export type ChangeRefusal = NonNullable<Step['why']>;

interface HeldGrant {
  readonly role: string;
  readonly organisationId: string | null;
  /** Leading digits of the county codes that bind; null for the whole country. */
  readonly jurisdiction: string | null;
}

export interface Decider {
  readonly personId: string;
  readonly grants: readonly HeldGrant[];
}

export interface ChangeMatter {
  readonly state: machines.ChangeState;
  readonly supplierId: string;
  readonly countyCode: string;
  readonly authors: readonly string[];
}

/**
 * Whether somebody may take a step with a change now; asked by the action and by the page that offers it. In order: whose part it
 * is, four eyes, the state.
 */
export function changeRefusal(action: ChangeAction, matter: ChangeMatter, decider: Decider): ChangeRefusal | null {
  if (action === 'cancel') {
    if (!actsFor(matter.supplierId, decider)) return 'NOT_YOUR_PART';
  } else {
    if (!reviews(matter.countyCode, decider)) return 'NOT_YOUR_PART';
    if (matter.authors.includes(decider.personId)) return 'SUBMITTED_IT';
    if (decider.grants.some(({ organisationId }) => organisationId === matter.supplierId)) return 'BELONGS_TO_PARTY';
  }
  return states.transition(machines.changeStates, matter.state, action) === null ? 'NOT_AT_THIS_STEP' : null;
}

export function actsFor(supplierId: string, { grants }: Pick<Decider, 'grants'>): boolean {
  return grants.some(({ role, organisationId }) => role === 'supplier' && organisationId === supplierId);
}

function reviews(countyCode: string, { grants }: Decider): boolean {
  return grants.some(({ role, jurisdiction }) => role === 'reviewer' && countyCode.startsWith(jurisdiction ?? ''));
}

/** Who reads what waits beside its supplier. */
const READERS = ['reviewer', 'operator', 'auditor'];

export function countiesOf({ grants }: Decider): string[] {
  return grants.filter(({ role }) => READERS.includes(role)).map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
}

export function suppliersOf({ grants }: Decider): string[] {
  return grants.flatMap(({ role, organisationId }) => (role === 'supplier' && organisationId ? [organisationId] : []));
}
