import type { machines } from '@xihuo/contract';
import type { Actor, Notices, Tx, Vault } from '@xihuo/platform';

/** What the steps of lots work with: people are told, codes are kept as keyed hashes. */
export interface TraceKit {
  readonly vault: Vault;
  readonly notices: Notices;
  /** Where people open pages; codes on packs lead there. */
  readonly origin: string;
}
export const TRACE_KIT = Symbol('TraceKit');

/** The suppliers somebody acts for. */
export function ownSuppliers(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return actor.grants.flatMap(({ role, organisationId }) =>
    role === 'supplier' && organisationId ? [organisationId] : [],
  );
}

/** The households somebody is of. */
export function ownHouseholds(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return actor.grants.flatMap(({ role, householdId }) => (role === 'farmer' && householdId ? [householdId] : []));
}

/** Who did it, as rows keep it. */
export function doer({ actor }: Tx): string {
  return actor.kind === 'person' ? `person:${actor.personId}` : actor.kind === 'system' ? actor.name : 'guest';
}

export type DeliveryState = machines.DeliveryState;
