import type { Topic } from './topics';

/** What is told to many consoles at once may be read some seconds later, by each at a moment of its own: or they would all ask at once. */
const TOLD_TO_MANY: ReadonlySet<Topic> = new Set(['all', 'queue', 'run']);

const between = (from: number, to: number) => from + Math.random() * (to - from);

export const GATHERED = {
  /** Events that come together are one reading. */
  soon: () => 250,
  later: () => between(2_000, 10_000),
};

export const gatheredOf = (topic: Topic): keyof typeof GATHERED => (TOLD_TO_MANY.has(topic) ? 'later' : 'soon');

/** A pause that grows the same for all, lengthened by up to a half: those refused together do not come back together. */
export const spread = (pauseMs: number) => between(pauseMs, pauseMs * 1.5);

/** Topics that are heard from the first one on until the wait is over, told together. */
export class Gathering {
  private readonly heard = new Set<Topic>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly waitMs: () => number,
    private readonly onGathered: (topics: ReadonlySet<Topic>) => void,
  ) {}

  add(topic: Topic): void {
    this.heard.add(topic);
    this.timer ??= setTimeout(() => {
      const topics = new Set(this.heard);
      this.end();
      this.onGathered(topics);
    }, this.waitMs());
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.heard.clear();
  }
}
