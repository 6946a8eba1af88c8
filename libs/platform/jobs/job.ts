import type { z } from 'zod';
import type { Kit } from '../context/kit';

/** Done when somebody asks for it through `Queues.add`; at least once, so it must bear being run twice. */
export interface QueuedJob<Payload = unknown> {
  readonly name: string;
  readonly queue: QueueName;
  readonly payload: z.ZodType<Payload>;
  run(kit: Kit, payload: Payload): Promise<unknown>;
}

/** Done again and again by one worker at a time; sooner when somebody wakes it by name. */
export interface PeriodicJob {
  readonly name: string;
  /** Milliseconds between the end of one run and the start of the next. */
  readonly every: number;
  run(kit: Kit): Promise<unknown>;
}

export type Job = QueuedJob | PeriodicJob;

/** `events` carries outbox batches and is the relay's own. */
export type QueueName = 'jobs' | 'slow';

export function defineJob<Payload>(job: QueuedJob<Payload>): QueuedJob<Payload>;
export function defineJob(job: PeriodicJob): PeriodicJob;
export function defineJob(job: Job): Job {
  return job;
}

export function isPeriodic(job: Job): job is PeriodicJob {
  return 'every' in job;
}
