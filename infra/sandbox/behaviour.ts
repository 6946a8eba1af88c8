import { z } from 'zod';
import { makeId } from './objects';
import type { Store, Unit } from './store';

/** What can be made to go wrong. Calls are named like `payment_intents.create`, webhooks by their event type; `*` is all. */
export const callFaults = [
  'delay',
  'dropRequest',
  'dropResponse',
  'serverError',
  'serverErrorAfter',
  'wrongAmount',
] as const;
export const webhookFaults = ['delay', 'dropWebhook', 'duplicate', 'reorder', 'wrongAmount', 'badSignature'] as const;
export const outcomeFaults = ['decline', 'lateFailure'] as const;
/** Of the newest line of the bill that is asked for; `adjustment` takes its money back by a line beside it, as a chargeback does. */
export const billFaults = ['dropLine', 'doubleLine', 'shortLine', 'adjustment'] as const;
export const faults = [...new Set([...callFaults, ...webhookFaults, ...outcomeFaults, ...billFaults])] as const;
export type Fault =
  | (typeof callFaults)[number]
  | (typeof webhookFaults)[number]
  | (typeof outcomeFaults)[number]
  | (typeof billFaults)[number];

export const behaviourInput = z.strictObject({
  on: z
    .string()
    .regex(/^(\*|[a-z_]+\.[a-z_]+)$/)
    .max(60),
  fault: z.enum(faults as [Fault, ...Fault[]]),
  ms: z.number().int().min(0).max(600_000).default(2_000),
  sticky: z.boolean().default(false),
});
export type BehaviourInput = z.infer<typeof behaviourInput>;
export type Behaviour = BehaviourInput & { id: string };

export type Taken = Partial<Record<Fault, { ms: number }>>;

/** Takes what was ordered for this name; one-shot orders are used up in the same commit as the effect. */
export function takeFaults(unit: Unit, name: string, wanted: readonly Fault[]): Taken {
  const taken: Taken = {};
  for (const behaviour of unit.list('behaviours')) {
    if (behaviour.on !== '*' && behaviour.on !== name) continue;
    if (!wanted.includes(behaviour.fault) || taken[behaviour.fault]) continue;
    taken[behaviour.fault] = { ms: behaviour.ms };
    if (!behaviour.sticky) unit.remove('behaviours', behaviour.id);
  }
  return taken;
}

export function orderBehaviour(store: Store, input: BehaviourInput): Behaviour {
  return store.change((unit) => unit.put('behaviours', { ...input, id: makeId('behaviour') }));
}

/** One by its id, or all of them; answers how many. */
export function undoBehaviour(store: Store, id: string | undefined): number {
  const gone = store.list('behaviours').filter((behaviour) => !id || id === 'all' || behaviour.id === id);
  store.change((unit) => gone.forEach((behaviour) => unit.remove('behaviours', behaviour.id)));
  return gone.length;
}

const amountNames = new Set(['amount', 'amount_received', 'amount_captured']);

/** One fen short: the smallest lie, and the one a careless reader lets through. */
export function skewAmounts<T extends object>(object: T): T {
  const skewed = Object.entries(object).map(([name, value]) => [
    name,
    amountNames.has(name) && typeof value === 'number' && value > 0 ? value - 1 : value,
  ]);
  return Object.fromEntries(skewed) as T;
}
