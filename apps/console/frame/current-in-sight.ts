import { useLayoutEffect, useRef } from 'react';

/**
 * A row of tabs that is wider than the screen is moved so far that the current one is seen; the page itself stays where it is.
 *
 * @param current what changes with the current tab
 */
export function useCurrentInSight(current: string) {
  const row = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const tab = row.current?.querySelector('[aria-current]');
    if (!row.current || !tab) return;
    const [one, whole] = [tab.getBoundingClientRect(), row.current.getBoundingClientRect()];
    if (one.left >= whole.left && one.right <= whole.right) return;
    row.current.scrollLeft += one.left + one.width / 2 - (whole.left + whole.width / 2);
  }, [current]);
  return row;
}
