import { time } from '@xihuo/kernel';
import { useSyncExternalStore } from 'react';

const EVERY_MS = 60_000;

function subscribe(listener: () => void) {
  const timer = setInterval(listener, EVERY_MS);
  document.addEventListener('visibilitychange', listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', listener);
  };
}

/** Today by the device's clock, Beijing time; a page left open over midnight notices. */
export function useDeviceDay(): string {
  return useSyncExternalStore(subscribe, () => time.businessDate(new Date()));
}

/**
 * Today as the server would say it, from what it said when the list was taken along: the days that went by are counted by the
 * device, so that a clock which is years off does no harm.
 */
export function todayAfter(saidToday: string, takenOn: string, deviceDay: string): string {
  const days = Math.round((Date.parse(deviceDay) - Date.parse(takenOn)) / 86_400_000);
  return time.addDays(saidToday, Math.max(0, days));
}
