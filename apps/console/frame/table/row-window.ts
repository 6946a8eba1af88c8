import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';

/** As many rows are drawn whole; above, only those near the eye are in the document. */
export const ALL_DRAWN = 100;

/** So far above and below what is seen rows are drawn, in pixels: a flick of the wheel finds them there. */
const BESIDE = 600;

/** The rows to draw, and how high what is left out stands above and below them, in pixels. */
export interface RowWindow {
  from: number;
  to: number;
  above: number;
  below: number;
}

/**
 * Which of many rows are near what is seen. A row that was never drawn is taken to be as high as those drawn are on the average.
 *
 * @param count of all rows
 * @param heightOf a row's measured height, undefined where it was never drawn
 * @param top where the view begins, in pixels below the first row
 * @param seen how much of the table is seen, in pixels
 */
export function windowAt(
  count: number,
  heightOf: (row: number) => number | undefined,
  top: number,
  seen: number,
): RowWindow {
  let measured = 0;
  let sum = 0;
  for (let row = 0; row < count; row += 1) {
    const height = heightOf(row);
    if (height === undefined) continue;
    measured += 1;
    sum += height;
  }
  const usual = measured === 0 ? 44 : sum / measured;
  const place: RowWindow = { from: count, to: count, above: 0, below: 0 };
  let at = 0;
  for (let row = 0; row < count; row += 1) {
    const end = at + (heightOf(row) ?? usual);
    if (end < top - BESIDE) place.above = end;
    else if (place.from === count) place.from = row;
    if (at > top + seen + BESIDE) {
      if (place.to === count) place.to = row;
      place.below += end - at;
    }
    at = end;
  }
  // Scrolled away to either side the table keeps a row, so that it is never without one.
  const from = Math.max(Math.min(place.from, count - 1), 0);
  return { ...place, from, to: Math.min(Math.max(place.to, from + 1), count) };
}

const WIDE = '(width >= 40rem)';

/** Whether the table is a table; on a phone its rows are cards. */
function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(WIDE);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(WIDE).matches,
    () => true,
  );
}

const same = (one: RowWindow, other: RowWindow) =>
  one.from === other.from && one.to === other.to && one.above === other.above && one.below === other.below;

/**
 * The rows of a long table that are drawn while it is scrolled; null where all of them are.
 *
 * @param cards whether the rows are cards on a phone, which are all drawn
 */
export function useRowWindow(keys: readonly string[], cards = true) {
  const body = useRef<HTMLTableSectionElement>(null);
  const heights = useRef(new Map<string, number>());
  /** The keyboard stood in this row when it was left out. */
  const left = useRef<HTMLElement | null>(null);
  const wide = useWide();
  const on = (wide || !cards) && keys.length > ALL_DRAWN;
  const [place, setPlace] = useState<RowWindow>({ from: 0, to: 60, above: 0, below: 0 });
  const look = useCallback(() => {
    const rows = body.current;
    if (!rows || !on) return;
    for (const row of rows.rows) {
      const key = row.dataset['row'];
      if (key !== undefined) heights.current.set(key, row.offsetHeight);
    }
    const box = rows.closest('[data-scroller]')?.getBoundingClientRect();
    const top = Math.max(box?.top ?? 0, 0);
    const seen = Math.min(box?.bottom ?? innerHeight, innerHeight) - top;
    const next = windowAt(
      keys.length,
      (row) => heights.current.get(keys[row]!),
      top - rows.getBoundingClientRect().top,
      Math.max(seen, 0),
    );
    // The document itself has the keyboard once the row is gone: that says nothing of where it was.
    if (document.activeElement !== document.body)
      left.current = rows.contains(document.activeElement) ? rows.closest<HTMLElement>('[data-scroller]') : null;
    setPlace((old) => (same(old, next) ? old : next));
  }, [keys, on]);
  useLayoutEffect(look);
  useLayoutEffect(() => {
    // Where the row is gone from the document the keyboard goes on from its table, not from the top of the page.
    if (left.current && document.activeElement === document.body) left.current.focus({ preventScroll: true });
    left.current = null;
  }, [place]);
  useEffect(() => {
    if (!on) return undefined;
    // The table's own box scrolls, and the page around it: both are heard on the way down.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    addEventListener('resize', look);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [look, on]);
  return { body, place: on ? { ...place, to: Math.min(place.to, keys.length) } : null };
}
