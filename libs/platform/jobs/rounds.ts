import type { Kit } from '../context/kit';
import type { Metrics } from '../metrics/metrics';
import type { PeriodicJob } from './job';

/** How often a worker that does not lead a job looks whether it may. */
const STANDBY_MS = 2_000;

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
    } catch (error) {
      done({ outcome: 'failed' });
      if (!this.stopping) kit.log.error({ err: error, job: name }, 'periodic job');
    }
    return true;
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
