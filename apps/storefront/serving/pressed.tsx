import { useEffect, type ReactNode } from 'react';

declare global {
  interface Window {
    /** The button of a drawn page that was pressed last before the program heard of it (libs/platform/web/after-paint.ts). */
    pressed?: HTMLElement | null;
    /** The program hears presses itself. */
    begun?: boolean;
  }
}

/** What is pressed from now on React hears, also where it has not come to it yet. Answers what was pressed before. */
export function takePressed(): HTMLElement | null {
  window.begun = true;
  return window.pressed ?? null;
}

/** A page that was pressed before it could answer does so once it can; what is not there any more is forgotten. */
export function Answering({ pressed, children }: { pressed: HTMLElement | null; children: ReactNode }) {
  useEffect(() => {
    window.pressed = null;
    if (pressed?.isConnected) pressed.click();
  }, [pressed]);
  return children;
}
