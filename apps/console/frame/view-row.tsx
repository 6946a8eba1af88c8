import { createContext, useContext, useId, useLayoutEffect, useState, type ReactNode } from 'react';

interface Row {
  /** Where the own views of the list stand, behind those the page has by itself. */
  end: HTMLElement | null;
  /** The one list of the page whose views they are. */
  list: string | null;
  setEnd: (change: (now: HTMLElement | null) => HTMLElement | null) => void;
  setList: (change: (now: string | null) => string | null) => void;
}

const RowContext = createContext<Row | null>(null);

/** Has the first row of tabs and the first list of a page find each other: what is kept of the list stands in the row. */
export function ViewRow({ children }: { children: ReactNode }) {
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const [list, setList] = useState<string | null>(null);
  return <RowContext value={{ end, list, setEnd, setList }}>{children}</RowContext>;
}

/** The end of a row of tabs; whether the own views of a list stand there. */
export function useRowEnd() {
  const row = useContext(RowContext);
  const [mine, ref] = useState<HTMLElement | null>(null);
  const setEnd = row?.setEnd;
  useLayoutEffect(() => {
    setEnd?.((now) => now ?? mine);
    return () => setEnd?.((now) => (now === mine ? null : now));
  }, [mine, setEnd]);
  return { ref, isFirst: mine !== null && row?.end === mine };
}

/** Where this list shows its views: at the end of the page's own tabs, or null where it has to bring a row of its own. */
export function useRowOf(): HTMLElement | null {
  const row = useContext(RowContext);
  const id = useId();
  const setList = row?.setList;
  useLayoutEffect(() => {
    setList?.((now) => now ?? id);
    return () => setList?.((now) => (now === id ? null : now));
  }, [id, setList]);
  return row?.list === id ? row.end : null;
}
