import type { Grant } from '../database/tx';
import { framed, hears, tidingsIn, type LiveEvent, type Listener, type Tidings } from './tidings';

/** The same twice within this time is told at once and, where more came, once more at its end: a run of hundreds of steps floods nobody. */
export const DAMPED_MS = 500;
/** Of one person; windows beyond it take the place of the oldest, which hears that it is no longer told. */
export const MOST_STREAMS = 4;
const BEAT = Buffer.from(':\n\n');
/** Ends a stream for good: whoever reads it opens none in its place by itself. */
const DISPLACED = Buffer.from('event: displaced\ndata:\n\n');
const MISSED: LiveEvent = { topic: 'all', id: null };

/** Where the events of one open console go. */
export interface Stream {
  readonly sessionId: string;
  write(bytes: Buffer): void;
  end(): void;
}

interface Open extends Listener, Stream {
  grants: readonly Grant[];
}

type Standing = (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, readonly Grant[]>>;

/** The consoles open at one process, and who of them hears what. An event is written once, however many hear it. */
export class LiveHub {
  private readonly open = new Set<Open>();
  /** What was told a moment ago, and whether it came again since. */
  private readonly damped = new Map<string, { again: boolean; timer: NodeJS.Timeout }>();

  get size(): number {
    return this.open.size;
  }

  /** @returns how to take it out again */
  add(listener: Listener, stream: Stream): () => void {
    const one: Open = { ...listener, ...stream };
    const others = [...this.open].filter(({ personId }) => personId === one.personId);
    for (const other of others.slice(0, Math.max(0, others.length - MOST_STREAMS + 1))) {
      other.write(DISPLACED);
      this.drop(other);
    }
    this.open.add(one);
    return () => void this.open.delete(one);
  }

  /** A line as it came through the database. */
  hear(line: string): void {
    const known = this.damped.get(line);
    if (known) {
      known.again = true;
      return;
    }
    this.send(tidingsIn(line));
    this.damped.set(line, { again: false, timer: setTimeout(() => this.settle(line), DAMPED_MS) });
  }

  /** Something may have been missed, nobody knows what: all read anew. */
  missed(): void {
    const bytes = framed(MISSED);
    for (const one of this.open) one.write(bytes);
  }

  /** Tells proxies and clients that the line stands. */
  beat(): void {
    for (const one of this.open) one.write(BEAT);
  }

  /** Ends the streams of sessions that are over; the others hear from now on what they may read now. */
  async check(standing: Standing): Promise<void> {
    if (this.open.size === 0) return;
    const asked = [...this.open];
    const found = await standing([...new Set(asked.map(({ sessionId }) => sessionId))]);
    for (const one of asked) {
      const grants = found.get(one.sessionId);
      if (grants) one.grants = grants;
      else this.drop(one);
    }
  }

  close(): void {
    for (const { timer } of this.damped.values()) clearTimeout(timer);
    this.damped.clear();
    for (const one of [...this.open]) this.drop(one);
  }

  private settle(line: string): void {
    const known = this.damped.get(line);
    this.damped.delete(line);
    if (known?.again) this.hear(line);
  }

  private send({ to, ...event }: Tidings): void {
    const bytes = framed(event);
    for (const one of this.open) if (hears(one, to)) one.write(bytes);
  }

  private drop(one: Open): void {
    this.open.delete(one);
    one.end();
  }
}
