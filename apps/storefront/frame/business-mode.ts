import { createContext, useContext, useSyncExternalStore } from 'react';
import { onForget } from '../ordering/forgetters';

const COOKIE = 'business';

/** Whether this browser shows goods as businesses buy them; the server reads the same cookie, so that a page comes that way. */
export const choseBusiness = (cookie: string): boolean => new RegExp(`(?:^|; )${COOKIE}=1(?:;|$)`).test(cookie);

const listeners = new Set<() => void>();
let on: boolean | undefined;

const isOn = (): boolean => (on ??= choseBusiness(document.cookie));

function keep(value: string, seconds: number): void {
  document.cookie = `${COOKIE}=${value}; path=/; max-age=${seconds}; samesite=lax`;
  on = undefined;
  for (const listener of listeners) listener();
}

const turn = (to: boolean): void => keep(to ? '1' : '0', 31_536_000);

/** For who buys for an organisation, in a browser where nobody has chosen yet. */
export function adoptBusiness(): void {
  if (!new RegExp(`(?:^|; )${COOKIE}=`).test(document.cookie)) turn(true);
}

onForget(() => keep('', 0));

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What the page that the server draws was asked in; the browser reads it off the cookie. */
export const DrawnBusiness = createContext(false);

/** Whether minimum orders, prices for businesses and times to send are shown, and how to choose it. */
export function useBusinessMode(): { on: boolean; turn: (to: boolean) => void } {
  const drawn = useContext(DrawnBusiness);
  return {
    on: useSyncExternalStore(subscribe, isOn, () => (typeof document === 'undefined' ? drawn : isOn())),
    turn,
  };
}
