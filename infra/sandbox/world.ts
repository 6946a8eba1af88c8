import { takeFaults, webhookFaults } from './behaviour';
import { apiVersion, makeId } from './objects';
import type { BalanceType, EventType, ProviderEvent } from './objects';
import type { Unit } from './store';
import type { Task } from './task';

/** What a handler may touch: its own changes, the time, and where it came from. */
export interface World {
  unit: Unit;
  nowMs: number;
  /** Where the sandbox itself answers, for addresses of the cashier. */
  origin: string;
  request: { id: string | null; idempotency_key: string | null };
}

/** For what no call of the API brought about: the cashier's page, a task that is due. */
export const ownWorld = (unit: Unit, nowMs: number, origin: string): World => ({
  unit,
  nowMs,
  origin,
  request: { id: null, idempotency_key: null },
});

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export const seconds = (world: World): number => Math.floor(world.nowMs / 1_000);

export function later(world: World, inMs: number, task: DistributiveOmit<Task, 'id' | 'dueAt'>): void {
  world.unit.put('tasks', { ...task, id: makeId('task'), dueAt: world.nowMs + inMs } as Task);
}

/** The event holds the object as it is now, and is sent once the request has been committed. */
export function emit(world: World, type: EventType, object: ProviderEvent['data']['object']): void {
  const event: ProviderEvent = {
    id: makeId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: seconds(world),
    livemode: false,
    pending_webhooks: 1,
    request: world.request,
    type,
    data: { object },
  };
  world.unit.put('events', event);
  const faults = takeFaults(world.unit, type, webhookFaults);
  if (!faults.dropWebhook) later(world, faults.delay?.ms ?? 0, { kind: 'deliver', eventId: event.id, faults });
}

export const platform = 'platform';

export const balanceOf = (world: World, owner: string): number => world.unit.get('balances', owner)?.amount ?? 0;

export function addToBalance(world: World, owner: string, amount: number): void {
  world.unit.put('balances', { id: owner, amount: balanceOf(world, owner) + amount });
}

/** Every fen that enters or leaves the platform's balance is a line of its bill. */
export function bookOnBill(world: World, type: BalanceType, amount: number, source: string): string {
  addToBalance(world, platform, amount);
  const line = world.unit.put('balanceTransactions', {
    id: makeId('txn'),
    object: 'balance_transaction',
    amount,
    fee: 0,
    net: amount,
    currency: 'cny',
    type,
    source,
    status: 'available',
    created: seconds(world),
    available_on: seconds(world),
  });
  return line.id;
}
