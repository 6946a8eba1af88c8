import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';

/** Whoever acts or reads, as the grants say that were read with the request. */
export type Somebody =
  | { readonly kind: 'person'; readonly personId: string; readonly grants: readonly Held[] }
  | { readonly kind: 'guest' | 'system' };

interface Held {
  readonly role: string;
  readonly organisationId: string | null;
  readonly householdId: string | null;
}

interface Payee {
  readonly kind: 'household' | 'organisation';
  readonly id: string;
}

interface Account {
  readonly state: machines.PayeeAccountState;
  readonly proposed_by: string | null;
  /** Whether the hours in which nothing is paid to it are not over. */
  readonly is_held: boolean;
}

export const isFinance = (actor: Somebody): boolean =>
  actor.kind === 'person' && actor.grants.some(({ role }) => role === 'finance');

/** Whether somebody is a payee's own: of its household, or a clerk of the organisation. */
export function isOf(actor: Somebody, payee: Payee): boolean {
  if (actor.kind !== 'person') return false;
  return actor.grants.some(({ role, organisationId, householdId }) =>
    payee.kind === 'household'
      ? role === 'farmer' && householdId === payee.id
      : role === 'supplier' && organisationId === payee.id,
  );
}

/** A second person of finance confirms an account: not who proposed it, nor anybody of the payee. */
export function isSecond(actor: Somebody, payee: Payee, { proposed_by: proposer }: Account): boolean {
  return actor.kind === 'person' && isFinance(actor) && !isOf(actor, payee) && proposer !== actor.personId;
}

/** Whether it is the time for a decision. Once its hours are over an account is not cancelled: another is said. */
export function isOpen(account: Account, decision: 'confirm' | 'cancel'): boolean {
  if (states.transition(machines.payeeAccountStates, account.state, decision) === null) return false;
  return account.state === 'proposed' || account.is_held;
}

/** Somebody else than who stopped all payouts last lets them go on. */
export function mayResume(personId: string, stop: { stopped: boolean; by_person: string } | undefined): boolean {
  return !(stop?.stopped && stop.by_person === personId);
}

/** Somebody else than who asked for it takes a batch back; as long as nobody did, whoever sees why asks. */
export function mayDiscard(
  personId: string,
  { discard_asked_by: asker }: { discard_asked_by: string | null },
): boolean {
  return asker !== personId;
}
