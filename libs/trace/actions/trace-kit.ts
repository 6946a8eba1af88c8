import { fail, type machines } from '@xihuo/contract';
import type { ProblemError } from '@xihuo/kernel';
import { textPeople } from '@xihuo/identity';
import type { Actor, Notices, Tx, Vault } from '@xihuo/platform';
import type { Message } from '../rules/messages';

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

export interface Telling {
  readonly personIds: readonly string[];
  readonly key: string;
  readonly message: Message;
  /** What must not be missed goes to the phone as well. */
  readonly sms?: true;
}

/** Tells people what happened; whoever did it knows. */
export async function tell(tx: Tx, kit: TraceKit, { personIds, key, message, sms }: Telling): Promise<void> {
  const self = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const others = [...new Set(personIds)].filter((id) => id !== self);
  if (others.length === 0) return;
  await kit.notices.tellAll(tx, others, { key, ...message });
  if (sms) await textPeople(tx, kit, { personIds: others, key, text: `${message.title.zh}：${message.body.zh}` });
}

/** One field that is wrong, with the rule it breaks. */
export function fieldFault(code: Parameters<typeof fail>[0], pointer: string, message: string): ProblemError {
  return fail(code, { errors: [{ pointer: `/body/${pointer}`, code, message }] });
}

export function notAtThisStep(state: string): ProblemError {
  return fail('NOT_AT_THIS_STEP', { extra: { why: 'NOT_AT_THIS_STEP', state } });
}

export type DeliveryState = machines.DeliveryState;
