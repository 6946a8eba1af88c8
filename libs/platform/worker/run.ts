import { z } from 'zod';
import type { Kit } from '../context/kit';
import type { Registry } from '../context/registry';
import type { JobData } from '../jobs/queues';
import type { Metrics } from '../metrics/metrics';
import { bury, deliver, type Failure } from '../outbox/delivery';
import type { Run } from '../queue/queue-store';

const batch = z.object({ ids: z.array(z.string()).min(1) });

/** One job of events. What fails is tried again with a delay; what fails to the last is laid aside, and the job is done. */
export async function runEvents(kit: Kit, registry: Registry, metrics: Metrics, item: Run): Promise<void> {
  const consumer = registry.consumers.get(item.name);
  if (!consumer) throw new Error(`nobody here is ${item.name}: a newer or older worker added it`);
  const { ids } = batch.parse(item.data);
  const failures = await deliver(kit, consumer, ids);
  metrics.events.inc({ consumer: item.name, outcome: 'done' }, ids.length - failures.length);
  if (failures.length === 0) return;

  metrics.events.inc({ consumer: item.name, outcome: item.last ? 'dead' : 'retried' }, failures.length);
  report(kit, item, failures);
  if (!item.last) throw new Error(`${failures.length} of ${ids.length} events failed`, { cause: failures[0]?.error });
  await bury(kit, consumer, failures);
}

function report(kit: Kit, { name, last }: Run, failures: readonly Failure[]): void {
  const [first] = failures;
  const facts = { consumer: name, failed: failures.length, event: first?.eventId, err: first?.error };
  if (last) kit.log.error(facts, 'events laid aside as dead letters');
  else kit.log.warn(facts, 'events failed, to be tried again');
}

export async function runJob(kit: Kit, registry: Registry, metrics: Metrics, item: Run): Promise<void> {
  const job = registry.queued.get(item.name);
  if (!job) throw new Error(`nobody here does ${item.name}: a newer or older worker added it`);
  const { requestId, payload } = item.data as JobData;
  const log = kit.log.child({ job: item.name, requestId });
  const done = metrics.jobs.startTimer({ job: item.name });
  try {
    await job.run({ ...kit, log }, job.payload.parse(payload));
    done({ outcome: 'done' });
  } catch (error) {
    done({ outcome: item.last ? 'failed' : 'retried' });
    if (item.last) log.error({ err: error }, 'job failed for good');
    else log.warn({ err: error }, 'job failed, to be tried again');
    throw error;
  }
}
