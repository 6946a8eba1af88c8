/** Who on this page holds something that was typed and not saved, and what is lost of it where they can say so. */
export function unsavedNow() {
  const holders = new Map<string, string | null>();
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const release = (id: string) => {
    if (holders.delete(id)) tell();
  };
  return {
    hold: (id: string, lost: string | null) => {
      holders.set(id, lost);
      tell();
      return () => release(id);
    },
    /** Before a step away that follows on saving. */
    clear: () => {
      holders.clear();
      tell();
    },
    any: () => holders.size > 0,
    lost: () => [...holders.values()].find((lost) => lost !== null) ?? null,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

interface Way {
  readonly currentLocation: { readonly pathname: string };
  readonly nextLocation: { readonly pathname: string };
  readonly historyAction: string;
}

/** A step to another page; what puts the address right in its place may, and so may what is chosen within the page. */
export const leavesPage = ({ currentLocation, nextLocation, historyAction }: Way): boolean =>
  historyAction !== 'REPLACE' && currentLocation.pathname !== nextLocation.pathname;

type Field = { readonly tagName: string; readonly type?: string };

/** What is searched for is no loss. */
export const isTyped = ({ tagName, type }: Field): boolean =>
  ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName) && type !== 'search';
