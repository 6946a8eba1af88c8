import { useQueryClient } from '@tanstack/react-query';
import { routeKey } from '@xihuo/ui';
import { useEffect, useSyncExternalStore } from 'react';
import { GATHERED, Gathering, gatheredOf, spread } from './gathering';
import { staleReads, type LiveEvent, type Topic } from './topics';

/** The name of the app goes in the address: an EventSource sends no header. */
const ADDRESS = '/api/v1/me/events?surface=console';
const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 60_000;
/** A window that nobody sees hears nothing after this time: one glance at another is no reason to begin anew. */
const HIDDEN_MS = 30_000;
/** What is shown asks by itself this seldom while events come. */
const SELDOM_MS = 30_000;

let isOpen = false;
const watchers = new Set<() => void>();

function setOpen(open: boolean): void {
  if (open === isOpen) return;
  isOpen = open;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** How often to ask for what moves by itself: often, or seldom while the house tells of it. @param often milliseconds */
export function useAgainIn(often: number): number {
  return useSyncExternalStore(watch, () => isOpen) ? Math.max(often, SELDOM_MS) : often;
}

interface Heard {
  onStale(topics: ReadonlySet<Topic>): void;
  /** No stream was given: the session may be over. */
  onRefused(): void;
}

/** One stream as long as the window is seen. */
class LiveLine {
  private source: EventSource | null = null;
  private pause = FIRST_PAUSE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly gathered: Readonly<Record<keyof typeof GATHERED, Gathering>>;
  /** There was a stream before: something may have been missed since. */
  private again = false;

  constructor(private readonly on: Heard) {
    const gathering = (wait: () => number) => new Gathering(wait, (topics) => on.onStale(topics));
    this.gathered = { soon: gathering(GATHERED.soon), later: gathering(GATHERED.later) };
    document.addEventListener('visibilitychange', this.seen);
    window.addEventListener('focus', this.seen);
    this.seen();
  }

  end(): void {
    document.removeEventListener('visibilitychange', this.seen);
    window.removeEventListener('focus', this.seen);
    for (const gathering of Object.values(this.gathered)) gathering.end();
    this.close();
  }

  private readonly seen = (): void => {
    clearTimeout(this.timer);
    if (document.visibilityState === 'visible') this.begin();
    else this.timer = setTimeout(() => this.close(), HIDDEN_MS);
  };

  private begin(): void {
    if (this.source) return;
    const source = (this.source = new EventSource(ADDRESS));
    source.onopen = () => {
      this.pause = FIRST_PAUSE_MS;
      setOpen(true);
      if (this.again) this.gather('all');
      this.again = true;
    };
    source.onmessage = ({ data }) => this.gather((JSON.parse(String(data)) as LiveEvent).topic);
    // Newer windows of the same person have taken its place: begun anew when somebody comes back to this one.
    source.addEventListener('displaced', () => this.close());
    source.onerror = () => {
      setOpen(false);
      // A line that broke off the browser opens again by itself.
      if (source.readyState !== EventSource.CLOSED) return;
      this.close();
      this.on.onRefused();
      this.timer = setTimeout(() => this.begin(), spread(this.pause));
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    };
  }

  private close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
    setOpen(false);
  }

  private gather(topic: Topic): void {
    this.gathered[gatheredOf(topic)].add(topic);
  }
}

/** What is shown is read anew as soon as the house says that it has changed. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const line = new LiveLine({
      onStale(topics) {
        for (const route of staleReads(topics)) void queries.invalidateQueries({ queryKey: routeKey(route) });
      },
      onRefused: () => void queries.invalidateQueries({ queryKey: routeKey('GET /me') }),
    });
    return () => line.end();
  }, [queries]);
}
