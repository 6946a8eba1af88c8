import { useEffect, useRef, useState } from 'react';
import { useT } from '../words';

export interface Seen {
  atMs: number;
  done: number;
}

/** Less than this tells of no pace yet: a chunk comes at once. */
const LEAST_MS = 3_000;

/** How long the rest takes at the pace since it was first seen here; null where that cannot be said. */
export function secondsLeft(first: Seen, now: Seen, total: number): number | null {
  const [took, moved] = [now.atMs - first.atMs, now.done - first.done];
  if (moved <= 0 || took < LEAST_MS || now.done >= total) return null;
  return Math.ceil(((total - now.done) * took) / moved / 1000);
}

/** What is left of a long job by the pace that this page has seen, in whole minutes; nothing where nobody can tell. */
export function TimeLeft({ done, total }: { done: number; total: number }) {
  const t = useT();
  const first = useRef<Seen | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const now = { atMs: performance.now(), done };
    if (first.current === null || done < first.current.done) first.current = now;
    setLeft(secondsLeft(first.current, now, total));
  }, [done, total]);
  if (left === null) return null;
  return (
    <span className="text-sm text-ink-soft">
      {left < 60 ? t('timeLeft.soon') : t('timeLeft.minutes', { count: Math.round(left / 60) })}
    </span>
  );
}
