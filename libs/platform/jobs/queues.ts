import { newId } from '../database/database';
import type { QueueStore } from '../queue/queue-store';
import type { QueuedJob } from './job';

export interface AddOptions {
  /** The request that asked for it. */
  readonly requestId: string;
  readonly delayMs?: number;
  /** The same id added while the first still waits is one job. */
  readonly id?: string;
}

export interface JobData {
  readonly requestId: string;
  readonly payload: unknown;
}

/**
 * Asks for a job. Not part of a transaction: what must not be lost goes through the outbox, whose consumer may ask here.
 * Payloads lie in the queue store in the clear: ids, no personal data.
 */
export class Queues {
  constructor(private readonly open: () => QueueStore) {}

  async add<Payload>(job: QueuedJob<Payload>, payload: Payload, { requestId, delayMs, id }: AddOptions): Promise<void> {
    const data: JobData = { requestId, payload };
    await this.open().addAll(job.queue, [
      { name: job.name, data, options: { ...(delayMs === undefined ? {} : { delay: delayMs }), jobId: id ?? newId() } },
    ]);
  }
}
