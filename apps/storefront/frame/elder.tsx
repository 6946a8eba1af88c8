import { classes } from '@xihuo/ui';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useT } from '../words';
import { isElder, setElder } from './elder-cookie';

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What the page that the server draws was asked in; the browser reads it off the document. */
export const DrawnElder = createContext(false);

/** 长辈版 on and off: larger type and larger targets on every page, without another page to learn. */
export function ElderSwitch({ className }: { className?: string }) {
  const t = useT();
  const drawn = useContext(DrawnElder);
  const on = useSyncExternalStore(subscribe, isElder, () => (typeof document === 'undefined' ? drawn : isElder()));
  const turn = () => {
    setElder(!on);
    for (const listener of listeners) listener();
  };
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={turn}
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
