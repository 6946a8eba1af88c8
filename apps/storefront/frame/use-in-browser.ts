import { startTransition, useEffect, useState } from 'react';

/** Once a page was taken over, what is drawn after it is drawn by the browser from its first moment on. */
let tookOver = false;

/** False on the server and while a page that it drew is taken over. */
export const isTakenOver = (): boolean => tookOver;

/**
 * False on the server and in the first moment of a page it rendered: what only a browser knows comes after that, in pieces that give
 * way to a finger. An external store would have it drawn in one go.
 */
export function useInBrowser(): boolean {
  const [inBrowser, setInBrowser] = useState(tookOver);
  useEffect(() => {
    tookOver = true;
    startTransition(() => setInBrowser(true));
  }, []);
  return inBrowser;
}
