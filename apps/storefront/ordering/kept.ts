import { useSyncExternalStore } from 'react';

/** How to forget each value that is kept. */
const kept: (() => void)[] = [];

/** Everything at once: after somebody signed out, whoever comes next to this browser finds nothing of theirs. */
export function forgetKept(): void {
  for (const forget of kept) forget();
}

/**
 * A value that this browser keeps, the same in all its tabs. Storage may be full or forbidden (private windows): then the
 * value lives as long as the page, and shopping goes on.
 */
export function keep<Value>(slot: string, empty: Value, valid: (value: unknown) => value is Value) {
  const listeners = new Set<() => void>();
  let value = read();

  function read(): Value {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(slot) ?? 'null');
      return valid(found) ? found : empty;
    } catch {
      return empty;
    }
  }

  function set(next: Value): void {
    value = next;
    try {
      localStorage.setItem(slot, JSON.stringify(next));
    } catch {
      // Kept in memory only; see above.
    }
    for (const listener of listeners) listener();
  }

  function onOtherTab(event: StorageEvent): void {
    if (event.key !== slot) return;
    value = read();
    for (const listener of listeners) listener();
  }

  kept.push(() => set(empty));

  function subscribe(listener: () => void) {
    if (listeners.size === 0) window.addEventListener('storage', onOtherTab);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) window.removeEventListener('storage', onOtherTab);
    };
  }

  /** A page that the server rendered starts as everybody's; what this browser keeps comes a moment later. */
  const use = () =>
    useSyncExternalStore(
      subscribe,
      () => value,
      () => empty,
    );

  return { get: () => value, set, use };
}
