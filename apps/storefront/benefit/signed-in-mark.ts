const SLOT = 'xihuo.farmer';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Whether it is worth asking for earnings at once: the session's cookie cannot be seen from here, and to ask without one is
 * a refused request on every first visit. Where nothing can be kept, we ask.
 */
export function mayBeSignedIn(store: () => Store = () => localStorage): boolean {
  try {
    return store().getItem(SLOT) !== null;
  } catch {
    return true;
  }
}

export function markSignedIn(signedIn: boolean, store: () => Store = () => localStorage): void {
  try {
    if (signedIn) store().setItem(SLOT, '1');
    else store().removeItem(SLOT);
  } catch {
    // Kept nowhere; see above.
  }
}
