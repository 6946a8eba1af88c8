/** Where the focus was last, from the inside out. */
let around: readonly Element[] = [];

/**
 * Where what had the focus goes away (a line out of the cart, a button that has done its work), the focus goes to what was
 * around it, and not to the beginning of the page: whoever goes by keyboard goes on from there, whoever listens hears where they are.
 * Dialogs give the focus back by themselves.
 *
 * @returns how to end it
 */
export function keepFocus(): () => void {
  const main = document.getElementById('content');
  if (!main) return () => undefined;
  const note = ({ target }: FocusEvent) => {
    around = target instanceof Element && main.contains(target) ? outOf(target) : [];
  };
  const watch = new MutationObserver(() => {
    if (around.length === 0 || around[0]!.isConnected || document.activeElement !== document.body) return;
    const place = around.find((element) => element.isConnected);
    around = [];
    if (place instanceof HTMLElement) take(place);
  });
  document.addEventListener('focusin', note);
  watch.observe(main, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', note);
    watch.disconnect();
  };
}

function outOf(element: Element): Element[] {
  const way: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) way.push(at);
  return way;
}

function take(place: HTMLElement): void {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
}
