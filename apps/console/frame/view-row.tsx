import { createContext, useContext, useId, useLayoutEffect, useState, type ReactNode } from 'react';

interface Row {
  /** Where the own views of the list stand, behind those the page has by itself. */
  end: HTMLElement | null;
  /** The one list of the page whose views they are; `by` tells it from another of the same name. */
  list: { by: string; name: string } | null;
  setEnd: (change: (now: HTMLElement | null) => HTMLElement | null) => void;
  setList: (change: (now: Row['list']) => Row['list']) => void;
}

const RowContext = createContext<Row | null>(null);

/** Has the first row of tabs and the first list of a page find each other: what is kept of the list stands in the row. */
export function ViewRow({ children }: { children: ReactNode }) {
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const [list, setList] = useState<Row['list']>(null);
  return <RowContext value={{ end, list, setEnd, setList }}>{children}</RowContext>;
}

/** The end of a row of tabs; the list whose own views stand there, if any. */
export function useRowEnd() {
  const row = useContext(RowContext);
  const [mine, ref] = useState<HTMLElement | null>(null);
  const setEnd = row?.setEnd;
  useLayoutEffect(() => {
    setEnd?.((now) => now ?? mine);
    return () => setEnd?.((now) => (now === mine ? null : now));
  }, [mine, setEnd]);
  return { ref, list: mine !== null && row?.end === mine ? (row.list?.name ?? null) : null };
}

/** Where this list shows its views: at the end of the page's own tabs, or null where it has to bring a row of its own. */
export function useRowOf(name: string): HTMLElement | null {
  const row = useContext(RowContext);
  const by = useId();
  const setList = row?.setList;
  useLayoutEffect(() => {
    setList?.((now) => now ?? { by, name });
    return () => setList?.((now) => (now?.by === by ? null : now));
  }, [by, name, setList]);
  return row?.list?.by === by ? row.end : null;
}
