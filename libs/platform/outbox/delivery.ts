import { events as schemas } from '@xihuo/contract';
import type { Kit } from '../context/kit';
import { command, isRetriable } from '../database/command';
import { newId } from '../database/database';
import { isPassing } from '../database/passing-error';
import type { Actor, Tx } from '../database/tx';
import type { Consumer, DeliveredEvent } from './consumer';
import { buryEvents, consumeEvents, type EventRow } from './delivery.sql';

export interface Failure {
  readonly eventId: string;
  readonly error: unknown;
}

/**
 * Has a consumer work off a batch. Where the batch fails, halves of it are tried, down to the single events that cannot be
 * worked off: those are the answer, and all others are done.
 *
 * @throws what is no event's fault: a database that is away, a queue that is closing
 */
export async function deliver(kit: Kit, consumer: Consumer, ids: readonly string[]): Promise<Failure[]> {
  try {
    await deliverOnce(kit, consumer, ids);
    return [];
  } catch (error) {
    if (isPassing(error) || isRetriable(error)) throw error;
    if (ids.length === 1) return [{ eventId: ids[0]!, error }];
    const middle = ids.length >> 1;
    const first = await deliver(kit, consumer, ids.slice(0, middle));
    return [...first, ...(await deliver(kit, consumer, ids.slice(middle)))];
  }
}

/** The consumer's work and the note that it was done stand or fall together. */
async function deliverOnce(kit: Kit, consumer: Consumer, ids: readonly string[]): Promise<void> {
  const actor: Actor = { kind: 'system', name: consumer.consumer };
  await command(kit.database, { name: consumer.consumer, actor, requestId: newId() }, async (tx: Tx) => {
    const rows = await tx.sql(consumeEvents, [consumer.consumer, ids]);
    if (rows.length === 0) return;
    const requests = new Set(rows.map((row) => row.request_id));
    kit.log.info(
      { consumer: consumer.consumer, events: rows.length, requestIds: [...requests].slice(0, 20) },
      'events',
    );
    // One request's events carry its id on; a batch of many has an id of its own, and its log line names theirs.
    const named = requests.size === 1 ? tx.as(actor, rows[0]!.request_id) : tx;
    await consumer.handle(named, rows.map(deliveredEvent), kit);
  });
}

function deliveredEvent(row: EventRow): DeliveredEvent {
  return {
    id: row.id,
    name: row.name,
    payload: schemas[row.name].parse(row.payload),
    requestId: row.request_id,
    occurredAt: row.occurred_at,
  };
}

/** Lays events aside that a consumer could not work off, so that the others flow. */
export async function bury(kit: Kit, consumer: Consumer, failures: readonly Failure[]): Promise<void> {
  await kit.database.read(buryEvents, [
    consumer.consumer,
    failures.map((failure) => failure.eventId),
    failures.map((failure) => nameOf(failure.error)),
  ]);
}

function nameOf(error: unknown): string {
  const { name = 'Error', code } = error as { name?: string; code?: unknown };
  return typeof code === 'string' ? `${name} ${code}` : name;
}
