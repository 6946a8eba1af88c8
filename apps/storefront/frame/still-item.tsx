import { useLocale } from '@xihuo/ui';
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useBusinessMode } from './business-mode';
import { isTakenOver } from './use-in-browser';
import { useNear } from './use-near';

/** Two thirds of a phone's screen: whoever scrolls finds it alive. */
const NEAR = '600px';

const isServer = typeof document === 'undefined';

/** As the server sent it: React leaves what stands within such an element as it is. */
const sent = { dangerouslySetInnerHTML: { __html: '' }, suppressHydrationWarning: true, 'data-still': true };

/**
 * A row below the first view of a list that the server drew. It stands as it was sent, to be read, sought and followed by its links,
 * and comes to life when it comes near or as soon as keys are used: to take over two dozen cards at once held up a phone. A button
 * that was pressed before is pressed again.
 */
export function StillItem({ children }: { children: ReactNode }) {
  const { place, near, come } = useNear<HTMLLIElement>(NEAR, isServer || isTakenOver());
  const pressed = useRef(-1);
  // In another language, or as businesses buy, what was sent is not what is read any more.
  const look = `${useLocale()} ${useBusinessMode().on}`;
  const [sentLook] = useState(look);
  const alive = near || look !== sentLook;
  useEffect(() => {
    // Where the whole page had to be drawn anew nothing stands here.
    if (!place.current?.firstChild) come();
    if (!alive) return;
    place.current?.querySelectorAll('button')[pressed.current]?.click();
    pressed.current = -1;
  }, [alive, place, come]);
  const press = ({ target, currentTarget }: MouseEvent<HTMLLIElement>) => {
    const button = (target as Element).closest('button');
    if (!button) return;
    pressed.current = [...currentTarget.querySelectorAll('button')].indexOf(button);
    come();
  };
  if (!alive) return <li key="still" ref={place} {...sent} onClick={press} />;
  return (
    <li key="alive" ref={place} data-still={isServer || undefined}>
      {children}
    </li>
  );
}
