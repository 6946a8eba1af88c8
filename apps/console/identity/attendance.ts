/** Whoever works moves, turns a page or writes at least this often. */
const AT_WORK_MS = 60_000;
/** A paper in a frame of its own is read without a sign that reaches this window: for so long after it took the keys. */
const READING_MS = 15 * 60_000;

/** No `scroll`: a list that grows moves by itself. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let lastSign = Date.now();

for (const sign of SIGNS) {
  window.addEventListener(sign, () => (lastSign = Date.now()), { capture: true, passive: true });
}

/** Whether somebody reads what lies in a frame of this page. */
const readsFrame = (): boolean => document.hasFocus() && document.activeElement?.tagName === 'IFRAME';

/** Whether nobody is at this window: what it asks the house by itself is then no use of the session. */
export const isUnattended = (): boolean => Date.now() - lastSign >= (readsFrame() ? READING_MS : AT_WORK_MS);
