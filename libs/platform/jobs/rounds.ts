import type { Kit } from '../context/kit';
import type { Metrics } from '../metrics/metrics';
import { noteRound } from '../operations/readings.sql';
import type { PeriodicJob } from './job';

/** How often a worker that does not lead a job looks whether it may. */
const STANDBY_MS = 2_000;

/** A job that runs each second is noted four times a minute, unless it begins to fail or stops failing. */
const NOTED_EVERY_MS = 15_000;

export interface RoundsOptions {
  readonly kit: Kit;
  readonly metrics: Metrics;
  leads(name: string): Promise<boolean>;
}

/** Runs a periodic job round after round, while this worker leads it. */
export class Rounds {
  private stopping = false;
  private woken = false;
  private wakeUp: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private noted: { at: number; succeeded: boolean } | null = null;

  constructor(
    private readonly job: PeriodicJob,
    private readonly options: RoundsOptions,
  ) {}

  start(): void {
    this.running = this.run();
  }

  wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  /** Lets the present round finish. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      await this.rest((await this.round()) ? this.job.every : Math.max(STANDBY_MS, this.job.every));
    }
  }

  private async round(): Promise<boolean> {
    const { kit, metrics, leads } = this.options;
    const { name } = this.job;
    const done = metrics.jobs.startTimer({ job: name });
    try {
      if (!(await leads(name))) return false;
      await this.job.run(kit);
      done({ outcome: 'done' });
      await this.note(true);
    } catch (error) {
      done({ outcome: 'failed' });
      if (!this.stopping) kit.log.error({ err: error, job: name }, 'periodic job');
      await this.note(false);
    }
    return true;
  }

  /** Writes down that a round was, and how it went; that it cannot be written stops no job. */
  private async note(succeeded: boolean): Promise<void> {
    const at = performance.now();
    if (this.noted?.succeeded === succeeded && at - this.noted.at < NOTED_EVERY_MS) return;
    const { database, log } = this.options.kit;
    try {
      await database.read(noteRound, [this.job.name, succeeded, this.job.every]);
      this.noted = { at, succeeded };
    } catch (error) {
      if (!this.stopping) log.warn({ err: error, job: this.job.name }, 'round not noted');
    }
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
