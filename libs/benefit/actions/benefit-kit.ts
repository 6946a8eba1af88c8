import { fail } from '@xihuo/contract';
import { textPeople } from '@xihuo/identity';
import type { ProblemError } from '@xihuo/kernel';
import type { Actor, Notices, Tx, Vault } from '@xihuo/platform';
import type { Message } from '../rules/messages';
import { officedCounties, readableCounties } from '../rules/readers';

/** What the steps work with: people are told, codes are kept as keyed hashes. */
export interface BenefitKit {
  readonly vault: Vault;
  readonly notices: Notices;
}
export const BENEFIT_KIT = Symbol('BenefitKit');

/** `readers`: the supplier's clerks and whoever reads over it; `clerks`: only they; `officers`: of the county; `household`: whoever is of it. */
export type Side = 'readers' | 'clerks' | 'officers' | 'household';

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

/** The three values that `MINE` asks for: suppliers acted for, patterns of counties, households. */
export function sideOf(actor: Actor, side: Side): [string[], string[], string[]] {
  if (actor.kind !== 'person' || side === 'household') return [[], [], ownHouseholds(actor)];
  if (side === 'clerks') return [ownSuppliers(actor), [], []];
  if (side === 'officers') return [[], officedCounties(actor.grants), []];
  return [ownSuppliers(actor), readableCounties(actor.grants), []];
}

/** The person who does it; machines have none. */
export function personOf({ actor }: Pick<Tx, 'actor'>): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}

export interface Telling {
  readonly personIds: readonly string[];
  readonly key: string;
  readonly message: Message;
  /** What must not be missed goes to the phone as well. */
  readonly sms?: true;
}

/** Tells people what happened; whoever did it knows. */
export async function tell(tx: Tx, kit: BenefitKit, { personIds, key, message, sms }: Telling): Promise<void> {
  const self = personOf(tx);
  const others = [...new Set(personIds)].filter((id) => id !== self);
  if (others.length === 0) return;
  await kit.notices.tellAll(tx, others, { key, ...message });
  if (sms)
    await textPeople(tx, kit, { personIds: others, key, text: `【西货】${message.title.zh}：${message.body.zh}` });
}

export function idsOf(people: readonly { person_id: string }[]): string[] {
  return people.map(({ person_id: id }) => id);
}

/** One field that is wrong, with the rule it breaks. */
export function fieldFault(code: Parameters<typeof fail>[0], pointer: string, message: string): ProblemError {
  return fail(code, { errors: [{ pointer: `/body/${pointer}`, code, message }] });
}

export function notAtThisStep(state: string): ProblemError {
  return fail('NOT_AT_THIS_STEP', { extra: { why: 'NOT_AT_THIS_STEP', state } });
}
