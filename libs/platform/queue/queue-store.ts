import { Queue, Worker, createPostgresBackend, type Job, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../log/log';

export interface QueuedItem {
  readonly name: string;
  readonly data: unknown;
  readonly options?: JobsOptions;
}

/** One run of a queued item. */
export interface Run {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  /** The last time this item is tried: what fails now stays failed. */
  readonly last: boolean;
}

/** Where items wait for a worker. The same on both stores; losing the store loses nothing, for the outbox knows better. */
export interface QueueStore {
  readonly kind: 'postgres' | 'redis';
  addAll(queue: string, items: readonly QueuedItem[]): Promise<void>;
  /** Items waiting or being worked on. */
  depth(queue: string): Promise<number>;
  /** Starts working a queue off; the answer stops it, letting what runs finish. */
  work(queue: string, concurrency: number, run: (item: Run) => Promise<void>): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface QueueStoreOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly log: Log;
  /** First delay of the retries; later ones double. */
  readonly backoffMs?: number;
}

const ATTEMPTS = 5;

/** The queue library lives in a schema of its own in our database, or in Redis where there is one. */
export function openQueueStore({ databaseUrl, redisUrl, log, backoffMs = 1_000 }: QueueStoreOptions): QueueStore {
  const queues = new Map<string, Queue>();
  const kept: JobsOptions = {
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: backoffMs },
    removeOnComplete: true,
    removeOnFail: { count: 1_000 },
  };
  const store = redisUrl === undefined ? onPostgres(databaseUrl) : onRedis(redisUrl);
  const heard = <Emitter extends { on(event: 'error', listener: (error: Error) => void): unknown }>(
    emitter: Emitter,
  ): Emitter => {
    emitter.on('error', (error) => log.warn({ err: error }, 'queue store'));
    return emitter;
  };
  const queueOf = (name: string): Queue => {
    const known = queues.get(name) ?? heard(store.queue(name, kept));
    queues.set(name, known);
    return known;
  };

  return {
    kind: redisUrl === undefined ? 'postgres' : 'redis',
    async addAll(queue, items) {
      await queueOf(queue).addBulk(items.map(({ name, data, options }) => ({ name, data, opts: options })));
    },
    async depth(queue) {
      const counts = await queueOf(queue).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    async work(queue, concurrency, run) {
      const worker = heard(store.worker(queue, concurrency, (job) => run(runOf(job))));
      await worker.waitUntilReady();
      return () => worker.close();
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await store.close();
    },
  };
}

function runOf(job: Job): Run {
  return { id: job.id ?? '', name: job.name, data: job.data, last: job.attemptsMade + 1 >= (job.opts.attempts ?? 1) };
}

interface Maker {
  queue(name: string, kept: JobsOptions): Queue;
  worker(name: string, concurrency: number, run: (job: Job) => Promise<void>): Worker;
  close(): Promise<void>;
}

/** A worker that died is noticed after this long, and its item given to another. */
const PATIENCE = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 3 };

function onPostgres(databaseUrl: string): Maker {
  const connection = (max: number) => ({
    connectionString: databaseUrl,
    schema: 'bullmq',
    options: '-c role=xihuo_app',
    application_name: 'xihuo-queue',
    max,
  });
  return {
    // The library types its classes by the store; both of ours are used through the same few methods.
    queue: (name, kept) =>
      new Queue(
        name,
        { connection: connection(2), defaultJobOptions: kept },
        createPostgresBackend,
      ) as unknown as Queue,
    worker: (name, concurrency, run) =>
      new Worker(
        name,
        run,
        { connection: connection(4), concurrency, ...PATIENCE },
        createPostgresBackend,
      ) as unknown as Worker,
    close: () => Promise.resolve(),
  };
}

function onRedis(url: string): Maker {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  // A queue's own connection reports the trouble; here it only must not end the process.
  connection.on('error', () => undefined);
  return {
    queue: (name, kept) => new Queue(name, { connection, prefix: 'xihuo', defaultJobOptions: kept }),
    worker: (name, concurrency, run) =>
      new Worker(name, run, { connection, prefix: 'xihuo', concurrency, ...PATIENCE }),
    close: async () => connection.disconnect(),
  };
}
