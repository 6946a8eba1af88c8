import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and in the first moment of a page it rendered: what only a browser knows comes after that. */
export const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
