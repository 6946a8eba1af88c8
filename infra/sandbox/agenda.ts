import { settleIntent } from './payment-flow';
import { failRefund } from './resources/refunds';
import type { Store } from './store';
import type { Task } from './task';
import { sendEvent } from './webhook';
import type { Webhook } from './webhook';
import { ownWorld } from './world';

type Delivery = Extract<Task, { kind: 'deliver' }>;

const giveUpAfterMs = 3 * 24 * 3_600 * 1_000;
const retryMaxMs = 30_000;

interface Settings {
  store: Store;
  origin: string;
  webhook: Webhook | undefined;
  retryBaseMs: number;
}

/** Does what is due: webhooks with retries, and payments that end later. Tasks come from the store and outlive the process. */
export class Agenda {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #attempts = new Map<string, number>();
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  readonly #heldBack = new Map<string, Delivery>();

  constructor(private readonly settings: Settings) {}

  start(): void {
    for (const task of this.settings.store.list('tasks')) this.#schedule(task, task.dueAt - Date.now());
    this.settings.store.onCommit((changes) => {
      for (const [table, , row] of changes) if (table === 'tasks' && row) this.#schedule(row, row.dueAt - Date.now());
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all(this.#running);
  }

  #schedule(task: Task, inMs: number): void {
    if (this.#stop.signal.aborted) return;
    clearTimeout(this.#timers.get(task.id));
    const timer = setTimeout(() => this.#run(task), Math.max(0, inMs));
    this.#timers.set(task.id, timer);
  }

  #run(task: Task): void {
    this.#timers.delete(task.id);
    if (task.kind !== 'deliver') return this.#carryOut(task);
    const running = this.#deliver(task).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  #carryOut(task: Exclude<Task, Delivery>): void {
    const { store, origin } = this.settings;
    store.change((unit) => {
      const world = ownWorld(unit, Date.now(), origin);
      if (task.kind === 'settle') settleIntent(world, task.intentId, task.outcome);
      else failRefund(world, task.refundId);
      unit.remove('tasks', task.id);
    });
  }

  async #deliver(task: Delivery): Promise<void> {
    const { store, webhook, retryBaseMs } = this.settings;
    const event = store.get('events', task.eventId);
    const attempt = this.#attempts.get(task.id) ?? 0;
    if (!event || !webhook) return this.#finish(task, false);
    if (task.faults.reorder && attempt === 0 && this.#holdBack(task, task.faults.reorder.ms)) return;
    this.#attempts.set(task.id, attempt + 1);
    const isTaken = await sendEvent(webhook, event, task.faults, attempt, this.#stop.signal);
    if (isTaken) return this.#finish(task, true);
    if (Date.now() > task.dueAt + giveUpAfterMs) return this.#finish(task, false);
    this.#schedule(task, Math.min(retryMaxMs, retryBaseMs * 2 ** Math.min(attempt, 16)));
  }

  /** A reordered event waits until a later one has arrived, or until its time is up; the second visit lets it go. */
  #holdBack(task: Delivery, ms: number): boolean {
    if (this.#heldBack.delete(task.id)) return false;
    this.#heldBack.set(task.id, task);
    this.#schedule(task, ms);
    return true;
  }

  #finish(task: Delivery, isTaken: boolean): void {
    this.#attempts.delete(task.id);
    this.settings.store.change((unit) => {
      unit.remove('tasks', task.id);
      const event = unit.get('events', task.eventId);
      if (event && isTaken) unit.put('events', { ...event, pending_webhooks: 0 });
    });
    for (const held of this.#heldBack.values()) this.#schedule(held, 0);
  }
}
