import { classes } from '@xihuo/ui';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useT } from '../use-t';
import { hasChosen, isElder, setElder } from './elder-cookie';

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function choose(on: boolean): void {
  setElder(on);
  for (const listener of listeners) listener();
}

/** As the account wants it, in a browser where nobody has chosen yet. */
export function adoptElder(on: boolean): void {
  if (!hasChosen(document.cookie)) choose(on);
}

/** What the page that the server draws was asked in; the browser reads it off the document. */
export const DrawnElder = createContext(false);

/** Whether the larger size is on, and how to choose it, the same in all places that offer it. */
export function useElder(): { on: boolean; turn: (on: boolean) => void } {
  const drawn = useContext(DrawnElder);
  const on = useSyncExternalStore(subscribe, isElder, () => (typeof document === 'undefined' ? drawn : isElder()));
  return { on, turn: choose };
}

/** 长辈版 on and off: larger type and larger targets on every page, without another page to learn. */
export function ElderSwitch({ className }: { className?: string }) {
  const t = useT();
  const { on, turn } = useElder();
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => turn(!on)}
      className={classes(
        'min-h-target rounded-full border border-line-strong bg-surface px-4 whitespace-nowrap hover:bg-sunken',
        'aria-pressed:border-green aria-pressed:bg-green-wash aria-pressed:font-semibold aria-pressed:text-green',
        className,
      )}
    >
      {t('elder.name')}
    </button>
  );
}
