import type { Column } from '@xihuo/ui';
import { useState } from 'react';
import type { KeptList } from './kept-list';
import type { Density } from './work-table';

/** How somebody wants a list to look: which columns are left out, and in which order the others stand. */
export type ListLook = KeptList['look'];

/** Kept on this device, for what depends on its screen; a convenience, so a browser that keeps nothing forgets it with the page. */
export function useKept<Value>(slot: string, otherwise: Value): [Value, (next: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    try {
      return JSON.parse(localStorage.getItem(slot) ?? 'null') ?? otherwise;
    } catch {
      return otherwise;
    }
  });
  const keep = (next: Value) => {
    setValue(next);
    try {
      localStorage.setItem(slot, JSON.stringify(next));
    } catch {
      // Full or forbidden: the choice lasts as long as the page.
    }
  };
  return [value, keep];
}

/** One for all lists: whoever wants many rows on the screen wants it everywhere. */
export const useDensity = () => useKept<Density>('xihuo.console.density', 'roomy');

/** The columns in the order wanted, what names the row first; those nobody placed stand where they stood, after the placed ones. */
export function placed<Row>(columns: readonly Column<Row>[], order: readonly string[]): readonly Column<Row>[] {
  if (order.length === 0) return columns;
  const rank = (column: Column<Row>) => {
    if (column.rowHeader) return -1;
    const at = order.indexOf(column.id);
    return at === -1 ? order.length : at;
  };
  return columns.toSorted((one, other) => rank(one) - rank(other));
}

/** The order with a column moved one place up or down among those that can be moved. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from === -1 || to < 0 || to >= ids.length) return [...ids];
  return ids.map((one, at) => (at === from ? ids[to]! : at === to ? id : one));
}
