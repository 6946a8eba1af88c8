import type { Registry } from '../context/registry';
import type { Database } from '../database/database';
import type { Log } from '../log/log';
import type { Metrics } from '../metrics/metrics';
import type { QueueStore } from '../queue/queue-store';
import { anyUnderWay, countOutbox, finishEvents, giveBack, reclaimEvents, takeEvents } from './relay.sql';

export interface RelayOptions {
  readonly database: Database;
  readonly store: QueueStore;
  readonly registry: Registry;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How often it looks by itself, when nobody wakes it. */
  readonly pollMs?: number;
  /** Events dispatched this long ago and not done are looked into. */
  readonly lostAfterMs?: number;
}

export const EVENT_QUEUE = 'events';
/** Most events one job carries. */
const JOB_EVENTS = 500;
/** Most events one turn takes. */
const TURN_EVENTS = 5_000;

/** Brings outbox events to the queue, in jobs of many, and notices which are done and which got lost. */
export class Relay {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private wakeUp: () => void = () => undefined;
  private woken = false;
  private readonly lastDone = new Map<string, number>();

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.running = this.run();
  }

  /** There is something to take. */
  wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
  }

  private async run(): Promise<void> {
    const { pollMs = 1_000, log } = this.options;
    while (!this.stopping) {
      this.woken = false;
      try {
        const taken = await this.turn();
        if (taken === TURN_EVENTS) continue;
      } catch (error) {
        if (!this.stopping) log.error({ err: error }, 'relay');
      }
      await this.rest(pollMs);
    }
  }

  /** One round; answers how many events it took. */
  async turn(): Promise<number> {
    const taken = await this.dispatch();
    const { pollMs = 1_000, lostAfterMs = 10_000 } = this.options;
    // Bookkeeping looks at all that is under way; in a rush it must not run with every wake-up call.
    if (this.isDue('finish', pollMs / 2)) await this.finish();
    if (this.isDue('reclaim', lostAfterMs / 5)) await this.reclaim();
    if (this.isDue('count', 5_000)) await this.count();
    return taken;
  }

  private isDue(what: string, everyMs: number): boolean {
    const now = performance.now();
    if (now - (this.lastDone.get(what) ?? -Infinity) < everyMs) return false;
    this.lastDone.set(what, now);
    return true;
  }

  private async finish(): Promise<void> {
    const { database, registry } = this.options;
    await database.read(finishEvents, [registry.subscriptions.consumers, registry.subscriptions.events]);
  }

  private async dispatch(): Promise<number> {
    const { database, registry, store } = this.options;
    const { consumers, events } = registry.subscriptions;
    const batches = await database.read(takeEvents, [consumers, events, TURN_EVENTS]);
    const jobs = batches.flatMap(({ consumer, ids }) =>
      consumer === null || ids === null ? [] : inParts(ids).map((part) => ({ name: consumer, data: { ids: part } })),
    );
    if (jobs.length > 0) {
      try {
        // No lock is held here: the events are marked, and a mark without a job is found by `reclaim`.
        await store.addAll(EVENT_QUEUE, jobs);
      } catch (error) {
        await database.read(giveBack, [jobs.flatMap((job) => job.data.ids)]);
        throw error;
      }
    }
    return batches[0]?.taken ?? 0;
  }

  private async reclaim(): Promise<void> {
    const { database, registry, store, log, lostAfterMs = 10_000 } = this.options;
    const { consumers, events } = registry.subscriptions;
    const [some] = await database.read(anyUnderWay);
    if (!some?.under_way) return;
    const empty = (await store.depth(EVENT_QUEUE)) === 0;
    const [row] = await database.read(reclaimEvents, [consumers, events, lostAfterMs, empty]);
    if (row && row.reclaimed > 0) {
      log.warn({ events: row.reclaimed }, 'events were dispatched and not worked off: dispatching them again');
      this.wake();
    }
  }

  /** Figures for Prometheus. */
  private async count(): Promise<void> {
    const [row] = await this.options.database.read(countOutbox);
    const { outbox } = this.options.metrics;
    outbox.set({ state: 'waiting' }, row!.waiting);
    outbox.set({ state: 'underWay' }, row!.under_way);
    outbox.set({ state: 'dead' }, row!.dead);
  }

  private rest(ms: number): Promise<void> {
    if (this.woken || this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function inParts(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / JOB_EVENTS) }, (_, index) =>
    ids.slice(index * JOB_EVENTS, (index + 1) * JOB_EVENTS),
  );
}
