import { useRef } from 'react';
import { useT } from '../../words';
import { useKeys } from './keys';

const ROW = 'tr[data-row]';

/** The row the keyboard stands in, of this list. */
function rowAt(list: HTMLElement): HTMLElement | null {
  const row = document.activeElement?.closest<HTMLElement>(ROW) ?? null;
  return row && list.contains(row) ? row : null;
}

/** To a row's way, or to the row itself where it has none. */
function standIn(row: Element | null | undefined): void {
  if (!(row instanceof HTMLElement)) return;
  const way = row.querySelector<HTMLElement>('a[href], button:not([aria-disabled])');
  if (!way) row.tabIndex = -1;
  (way ?? row).focus();
  row.scrollIntoView({ block: 'nearest' });
}

/**
 * j and k go from row to row, x chooses one and e changes it, where that can be done; Enter opens what the keyboard stands on, as it does
 * everywhere.
 *
 * @param edit begins to change the row of that key
 */
export function useRowKeys(choosing: boolean, edit: ((key: string) => void) | undefined) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const step = (by: 'nextElementSibling' | 'previousElementSibling') => {
    if (!list.current) return;
    const row = rowAt(list.current);
    const next = row ? row[by] : list.current.querySelector(ROW);
    if (next?.matches(ROW)) standIn(next);
  };
  const choose = () => {
    if (list.current) rowAt(list.current)?.querySelector<HTMLElement>('input[type=checkbox]')?.click();
  };
  const change = () => {
    const key = list.current && rowAt(list.current)?.dataset['row'];
    if (key) edit?.(key);
  };
  useKeys([
    { key: 'j', word: t('keys.next'), press: () => step('nextElementSibling') },
    { key: 'k', word: t('keys.previous'), press: () => step('previousElementSibling') },
    ...(choosing ? [{ key: 'x', word: t('keys.choose'), press: choose }] : []),
    ...(edit ? [{ key: 'e', word: t('keys.edit'), press: change }] : []),
  ]);
  return list;
}
