import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

/**
 * Whether a place has come near the screen, once and for all, or as soon as keys are used: who reads by keyboard, or searches in the page,
 * does not scroll.
 *
 * @param margin how far from the screen, as CSS says it
 */
export function useNear<Place extends HTMLElement>(margin: string, isNear = false) {
  const place = useRef<Place>(null);
  const [near, setNear] = useState(isNear);
  const come = useCallback(() => startTransition(() => setNear(true)), []);
  useEffect(() => {
    if (near || !place.current) return undefined;
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && come(), {
      rootMargin: margin,
    });
    watcher.observe(place.current);
    window.addEventListener('keydown', come, { once: true });
    return () => {
      watcher.disconnect();
      window.removeEventListener('keydown', come);
    };
  }, [near, margin, come]);
  return { place, near, come };
}
