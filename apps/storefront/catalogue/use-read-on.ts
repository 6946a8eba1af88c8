import { useEffect, useRef } from 'react';

/** Reads on when its end comes near; a button there does the same for those who do not scroll. */
export function useReadOn(ready: boolean, readOn: () => void) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(readOn);
  useEffect(() => {
    latest.current = readOn;
  });
  useEffect(() => {
    if (!ready || !end.current) return undefined;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [ready]);
  return end;
}
