import { useEffect, useState, useSyncExternalStore } from 'react';
import { useUiT } from '../i18n/translate';
import { classes } from './classes';

interface ToastItem {
  id: number;
  text: string;
  tone: 'good' | 'bad';
}

let items: readonly ToastItem[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly ToastItem[]) {
  items = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Small news that asks for nothing. Decisions belong in a dialog, faults of a form beside its fields. */
export function toast(text: string, tone: ToastItem['tone'] = 'good'): void {
  lastId += 1;
  // Three at most: a fourth pushes out the oldest rather than cover the page.
  set([...items.slice(-2), { id: lastId, text, tone }]);
}

function dismiss(id: number) {
  set(items.filter((item) => item.id !== id));
}

const READING_MS = 6_000;

function Toast({ item }: { item: ToastItem }) {
  const t = useUiT();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(item.id), READING_MS);
    return () => clearTimeout(timer);
  }, [held, item.id]);
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classes(
        'pointer-events-auto flex items-center gap-2 rounded-md ps-4 text-surface shadow-floating',
        item.tone === 'bad' ? 'bg-cinnabar-deep' : 'bg-ink',
      )}
    >
      <span className="py-2.5">{item.text}</span>
      <button
        type="button"
        aria-label={t('ui.close')}
        onClick={() => dismiss(item.id)}
        className="min-h-target min-w-target rounded-md text-xl"
      >
        ×
      </button>
    </li>
  );
}

/** One in the frame of each app. The live region stands in the page from the start, or readers miss its first news. */
export function ToastRegion() {
  const t = useUiT();
  const shown = useSyncExternalStore(
    subscribe,
    () => items,
    () => items,
  );
  return (
    <section
      aria-label={t('ui.notifications')}
      className="pointer-events-none fixed inset-x-4 bottom-[calc(5rem+env(safe-area-inset-bottom))] z-60 flex justify-center sm:bottom-6"
    >
      <div role="status">
        <ul className="flex flex-col items-center gap-2">
          {shown.map((item) => (
            <Toast key={item.id} item={item} />
          ))}
        </ul>
      </div>
    </section>
  );
}
