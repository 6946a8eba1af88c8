import { classes } from '@xihuo/ui';
import { useSyncExternalStore } from 'react';
import { useT } from '../words';

const COOKIE = 'elder';
const listeners = new Set<() => void>();

/** Whether this browser asked for 长辈版; the server reads the same cookie, so that a page comes in its size. */
export const choseElder = (cookie: string): boolean => new RegExp(`(?:^|; )${COOKIE}=1(?:;|$)`).test(cookie);

const isOn = () => document.documentElement.hasAttribute('data-elder');

export function setElder(on: boolean): void {
  document.documentElement.toggleAttribute('data-elder', on);
  document.cookie = `${COOKIE}=${on ? 1 : 0}; path=/; max-age=31536000; samesite=lax`;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** 长辈版 on and off: larger type and larger targets on every page, without another page to learn. */
export function ElderSwitch({ className }: { className?: string }) {
  const t = useT();
  const on = useSyncExternalStore(subscribe, isOn, () => false);
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => setElder(!on)}
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
