import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key of a page and what it does, in the words of the list that `?` opens. */
export interface Key {
  /** As KeyboardEvent.key names it: j, ?, Enter; two after each other with a space: g o. */
  key: string;
  word: string;
  press: () => void;
}

const shown = new Set<{ current: readonly Key[] }>();
const SLOT = 'xihuo.console.keys';
const heard = new Set<() => void>();

function isOn(): boolean {
  try {
    return localStorage.getItem(SLOT) !== 'off';
  } catch {
    return true;
  }
}

/** Single keys can be switched off: whoever speaks to the machine would press them by speaking. */
export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SLOT);
    else localStorage.setItem(SLOT, 'off');
  } catch {
    // Full or forbidden: the keys stay as they are.
  }
  for (const tell of heard) tell();
}

export function useKeysOn(): boolean {
  return useSyncExternalStore(
    (tell) => {
      heard.add(tell);
      return () => heard.delete(tell);
    },
    isOn,
    () => true,
  );
}

/** What is typed into, and what has keys of its own. */
const OWN_KEYS =
  'textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=grid], input:not([type=checkbox], [type=radio], [type=button], [type=submit])';

/** Whether a key pressed there is meant for the page. */
export function isForPage(
  event: Pick<KeyboardEvent, 'target' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  return !(event.target instanceof Element && event.target.closest(OWN_KEYS));
}

/** All keys that do something now, those of the innermost part first. */
export function keysNow(): Key[] {
  const all = [...shown].toReversed().flatMap(({ current }) => current);
  return all.filter((one, at) => all.findIndex(({ key }) => key === one.key) === at);
}

/** The first of two keys, once it was pressed. */
let led: string | null = null;

/** What a key does after another one, or by itself where the two are nothing together; or that it leads to a second one. */
export function heardAs(keys: readonly Key[], before: string | null, key: string): Key | 'leads' | null {
  const pair = before === null ? undefined : keys.find((one) => one.key === `${before} ${key}`);
  const found = pair ?? keys.find((one) => one.key === key);
  return found ?? (keys.some((one) => one.key.startsWith(`${key} `)) ? 'leads' : null);
}

function press(event: KeyboardEvent): void {
  const before = led;
  led = null;
  if (event.defaultPrevented || !isOn() || !isForPage(event)) return;
  const found = heardAs(keysNow(), before, event.key);
  if (found === 'leads') led = event.key;
  if (!found || found === 'leads') return;
  event.preventDefault();
  found.press();
}

/** Keys of a part of the page, while it is there. One listener hears them all. */
export function useKeys(keys: readonly Key[]): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    if (shown.size === 0) document.addEventListener('keydown', press);
    shown.add(now);
    return () => {
      shown.delete(now);
      if (shown.size === 0) document.removeEventListener('keydown', press);
    };
  }, []);
}
