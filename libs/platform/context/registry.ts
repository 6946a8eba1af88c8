import type { EventName } from '@xihuo/contract';
import { isPeriodic, type Job, type PeriodicJob, type QueuedJob } from '../jobs/job';
import type { Consumer } from '../outbox/consumer';
import type { ContextParts } from './parts';

/** Who works what off, by name. */
export interface Registry {
  readonly consumers: ReadonlyMap<string, Consumer>;
  readonly queued: ReadonlyMap<string, QueuedJob>;
  readonly periodic: ReadonlyMap<string, PeriodicJob>;
  /** Consumer and event, side by side, as the relay's statements take them. */
  readonly subscriptions: { readonly consumers: string[]; readonly events: EventName[] };
}

/** @throws where two things have one name, or one of them has nobody to do it: better no start than work left undone */
export function registryOf(parts: readonly ContextParts[]): Registry {
  const consumers = byName(
    parts.flatMap((part) => [...(part.consumers ?? [])]),
    (consumer) => consumer.consumer,
    (consumer) => consumer.handle,
  );
  const jobs = byName(
    parts.flatMap((part) => [...(part.jobs ?? [])]),
    (job) => job.name,
    (job) => job.run,
  );
  const all: Job[] = [...jobs.values()];
  return {
    consumers,
    queued: new Map(all.filter((job): job is QueuedJob => !isPeriodic(job)).map((job) => [job.name, job])),
    periodic: new Map(all.filter(isPeriodic).map((job) => [job.name, job])),
    subscriptions: {
      consumers: [...consumers.values()].map((consumer) => consumer.consumer),
      events: [...consumers.values()].map((consumer) => consumer.event),
    },
  };
}

function byName<Item>(
  items: Item[],
  nameOf: (item: Item) => string,
  handlerOf: (item: Item) => unknown,
): Map<string, Item> {
  const named = new Map<string, Item>();
  for (const item of items) {
    const name = nameOf(item);
    if (named.has(name)) throw new Error(`${name} has two handlers`);
    if (typeof handlerOf(item) !== 'function') throw new Error(`${name} has no handler`);
    // The queue libraries keep ":" for themselves.
    if (!/^[a-z]\w*\.[a-z]\w*$/.test(name)) throw new Error(`${name} should read context.verb`);
    named.set(name, item);
  }
  return named;
}
