import type { EventName, EventPayload } from '@xihuo/contract';
import type { Kit } from '../context/kit';
import type { Tx } from '../database/tx';

export interface DeliveredEvent<Name extends EventName = EventName> {
  readonly id: string;
  readonly name: Name;
  readonly payload: EventPayload<Name>;
  /** Of the request that caused it; `tx.as(tx.actor, event.requestId)` carries it on. */
  readonly requestId: string;
  readonly occurredAt: Date;
}

/**
 * Works off events in batches of up to 500, in one transaction that also notes them as consumed: what it writes is written
 * exactly once, though it may be called again. Events come in order of their ids within a batch, in no order across batches.
 */
export interface Consumer<Name extends EventName = EventName> {
  /** `context.verb`, such as settlement.onOrderPaid. */
  readonly consumer: string;
  readonly event: Name;
  handle(tx: Tx, events: readonly DeliveredEvent<Name>[], kit: Kit): Promise<void>;
}

export function defineConsumer<Name extends EventName>(consumer: Consumer<Name>): Consumer<Name> {
  return consumer;
}
