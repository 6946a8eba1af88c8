import { useSyncExternalStore } from 'react';
import { onForget } from './forgetters';

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
    // Without a key: the whole storage was emptied.
    if (event.key !== null && event.key !== slot) return;
    value = read();
    for (const listener of listeners) listener();
  }

  onForget(() => set(empty));
  // As long as the page lives, shown or not: what is changed from an old copy would bring back what another tab did away with.
  if (typeof window !== 'undefined') window.addEventListener('storage', onOtherTab);

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
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
