import type { machines } from '@xihuo/contract';
import type { Actor, Notices, Tx, Vault } from '@xihuo/platform';
import { officedCounties } from '../rules/readers';

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

/** `supplier`: its clerks; `desk`: they and the officers of its county; `household`: whoever is of the household. */
export type Side = 'supplier' | 'desk' | 'household';

/** The three values that deliveries are asked by: suppliers acted for, households, patterns of counties. */
export function sideOf(actor: Actor, side: Side): [string[], string[], string[]] {
  if (actor.kind !== 'person') return [[], [], []];
  if (side === 'household') return [[], ownHouseholds(actor), []];
  return [ownSuppliers(actor), [], side === 'supplier' ? [] : officedCounties(actor.grants)];
}

/** Who did it, as rows keep it. */
export function doer({ actor }: Tx): string {
  return actor.kind === 'person' ? `person:${actor.personId}` : actor.kind === 'system' ? actor.name : 'guest';
}

export type DeliveryState = machines.DeliveryState;
