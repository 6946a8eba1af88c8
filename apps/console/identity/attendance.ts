/** Whoever reads a long page turns it or moves at least this often. */
const AT_WORK_MS = 60_000;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

let lastSign = Date.now();

for (const sign of SIGNS) {
  window.addEventListener(sign, () => (lastSign = Date.now()), { capture: true, passive: true });
}

/** Whether nobody has touched this window for a minute: what it asks the house by itself is then no use of the session. */
export const isUnattended = (): boolean => Date.now() - lastSign >= AT_WORK_MS;
