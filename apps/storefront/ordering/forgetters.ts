/** How to forget each thing that this page keeps. */
export const forgetters: (() => void)[] = [];

/** What else is done when everything is forgotten, for what a page keeps in memory alone. */
export function onForget(forget: () => void): void {
  forgetters.push(forget);
}
