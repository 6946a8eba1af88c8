import { useSyncExternalStore } from 'react';

/** Where one is in the farmer's pages. They know five places, so the address after # is enough and no router is loaded. */
export type Place =
  | { page: 'earnings' }
  | { page: 'card' }
  | { page: 'confirm' }
  | { page: 'agreements' }
  | { page: 'agreement'; id: string };

const ID = /^#\/agreements\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function placeOf(hash: string): Place {
  if (hash === '#/card') return { page: 'card' };
  if (hash === '#/confirm') return { page: 'confirm' };
  if (hash === '#/agreements') return { page: 'agreements' };
  const id = ID.exec(hash)?.[1];
  return id === undefined ? { page: 'earnings' } : { page: 'agreement', id };
}

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => window.location.hash));
}
