import { startTransition, useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { isTakenOver } from './use-in-browser';

/** A screen's height, about: whoever scrolls finds it alive. */
const NEAR = { rootMargin: '600px' };

const isServer = typeof document === 'undefined';

/** As the server sent it: React leaves what stands within such an element as it is. */
const sent = { dangerouslySetInnerHTML: { __html: '' }, suppressHydrationWarning: true, 'data-still': true };

/**
 * A row below the first view of a list that the server drew. It stands as it was sent, to be read, sought and followed by its links,
 * and comes to life when it comes near or as soon as keys are used: to take over two dozen cards at once held up a phone. A button
 * that was pressed before is pressed again.
 */
export function StillItem({ children }: { children: ReactNode }) {
  const place = useRef<HTMLLIElement>(null);
  const pressed = useRef(-1);
  const [alive, setAlive] = useState(() => isServer || isTakenOver());
  useEffect(() => {
    const item = place.current;
    if (!item) return undefined;
    if (alive) {
      item.querySelectorAll('button')[pressed.current]?.click();
      pressed.current = -1;
      return undefined;
    }
    const come = () => startTransition(() => setAlive(true));
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && come(), NEAR);
    watcher.observe(item);
    window.addEventListener('keydown', come, { once: true });
    return () => {
      watcher.disconnect();
      window.removeEventListener('keydown', come);
    };
  }, [alive]);
  const press = ({ target, currentTarget }: MouseEvent<HTMLLIElement>) => {
    const button = (target as Element).closest('button');
    if (!button) return;
    pressed.current = [...currentTarget.querySelectorAll('button')].indexOf(button);
    setAlive(true);
  };
  if (!alive) return <li key="still" ref={place} {...sent} onClick={press} />;
  return (
    <li key="alive" ref={place} data-still={isServer || undefined}>
      {children}
    </li>
  );
}
