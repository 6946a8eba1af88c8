import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { fastify, type FastifyInstance } from 'fastify';
import { House } from '../context/house';
import type { Kit } from '../context/kit';
import type { ContextParts } from '../context/parts';
import { platformParts } from '../context/platform-parts';
import { registryOf, type Registry } from '../context/registry';
import type { Services } from '../context/services';
import { serveHealth, type Health } from '../health/health';
import { Rounds } from '../jobs/rounds';
import { writeProblem } from '../http/problem-filter';
import { nestLog } from '../log/log';
import { serveMetrics } from '../metrics/serve-metrics';
import { EVENT_QUEUE, Relay } from '../outbox/relay';
import type { QueueStore } from '../queue/queue-store';
import { Post } from './post';
import { runEvents, runJob } from './run';

export interface WorkerOptions {
  /** For tests: how often things look by themselves, and when they count as lost. */
  readonly pollMs?: number;
  readonly lostAfterMs?: number;
}

export interface HouseWorker {
  readonly server: FastifyInstance;
  readonly relay: Relay;
  /** Takes no new work, finishes what runs. */
  stop(): Promise<void>;
}

const EVENT_CONCURRENCY = 6;
const JOB_CONCURRENCY = 4;

/** Everything that happens without a request: the outbox's relay, its consumers, queued and periodic jobs. */
export async function startWorker(
  services: Services,
  parts: readonly ContextParts[],
  options: WorkerOptions = {},
): Promise<HouseWorker> {
  const { log, database, config, metrics } = services;
  const registry = registryOf([platformParts, ...parts]);
  const context = await NestFactory.createApplicationContext(House.ofWorker(services, parts), {
    logger: nestLog(log),
    abortOnError: false,
  });
  const kit: Kit = { config, database, log, get: (token) => context.get(token, { strict: false }) };
  const store = services.queueStore();

  const stopQueues = await workQueues(kit, store, registry, services);
  const relay = new Relay({ ...options, database, store, registry, log, metrics });
  const rounds = new Map<string, Rounds>();
  const post = new Post({
    databaseUrl: config.DATABASE_URL,
    log,
    onWake: (name) => {
      if (name === null || name === 'outbox') relay.wake();
      for (const [job, round] of rounds) if (name === null || name === job) round.wake();
    },
  });
  for (const job of registry.periodic.values()) {
    rounds.set(job.name, new Rounds(job, { kit, metrics, leads: (name) => post.leads(name) }));
  }
  await post.open();
  relay.start();
  for (const round of rounds.values()) round.start();

  const { server, health } = serverOf(services, store);
  const stop = async () => {
    health.closing();
    await Promise.all([relay.stop(), ...[...rounds.values()].map((round) => round.stop())]);
    await stopQueues();
    await Promise.all([post.close(), server.close(), closeContext(context)]);
  };
  return { server, relay, stop };
}

async function workQueues(
  kit: Kit,
  store: QueueStore,
  registry: Registry,
  { metrics }: Services,
): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = [];
  if (registry.consumers.size > 0) {
    stops.push(await store.work(EVENT_QUEUE, EVENT_CONCURRENCY, (item) => runEvents(kit, registry, metrics, item)));
  }
  for (const queue of new Set([...registry.queued.values()].map((job) => job.queue))) {
    const concurrency = queue === 'slow' ? 1 : JOB_CONCURRENCY;
    stops.push(await store.work(queue, concurrency, (item) => runJob(kit, registry, metrics, item)));
  }
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}

/** Health and metrics only, on a port of its own. */
function serverOf(
  { config, database, metrics, log }: Services,
  store: QueueStore,
): { server: FastifyInstance; health: Health } {
  const server = fastify({ trustProxy: false });
  server.setErrorHandler((error, request, reply) => writeProblem(error, request, reply));
  const health = serveHealth(server, [
    { name: 'database', check: () => database.pool.query('select 1') },
    { name: 'queue', check: () => store.depth(EVENT_QUEUE) },
  ]);
  serveMetrics(server, metrics, config.METRICS_TOKEN);
  log.debug({ queue: store.kind }, 'queue store');
  return { server, health };
}

async function closeContext(context: INestApplicationContext): Promise<void> {
  await context.close();
}
