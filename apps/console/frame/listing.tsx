import { Button, Checkbox, EmptyState, Table, useLocale, type ApiProblem, type Column } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { useT } from '../words';
import { Refused, Waiting } from './whole';

/** A list read page by page, as `usePages` hands it out. */
interface PagedRead<Row> {
  rows: Row[] | undefined;
  error: ApiProblem | null;
  dataUpdatedAt: number;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

interface ListingProps<Row> {
  /** Under this name the choice of columns is kept on this device. */
  id: string;
  query: PagedRead<Row>;
  caption: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  empty: { title: string; text: string; action?: ReactNode };
  /** The buttons that hand the list out as a table, where the contract has it as one. */
  file?: ReactNode;
}

/** Which columns are left out; a convenience, so a browser that keeps nothing just shows them all. */
function useHiddenColumns(id: string) {
  const slot = `xihuo.console.hidden.${id}`;
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    try {
      return JSON.parse(localStorage.getItem(slot) ?? '[]') as string[];
    } catch {
      return [];
    }
  });
  const toggle = (column: string) => {
    const next = hidden.includes(column) ? hidden.filter((one) => one !== column) : [...hidden, column];
    setHidden(next);
    try {
      localStorage.setItem(slot, JSON.stringify(next));
    } catch {
      // Full or forbidden: the choice lasts as long as the page.
    }
  };
  return { hidden, toggle };
}

function ColumnChoice<Row>({
  columns,
  hidden,
  toggle,
}: {
  columns: readonly Column<Row>[];
  hidden: readonly string[];
  toggle: (column: string) => void;
}) {
  const t = useT();
  return (
    <details className="relative hidden sm:block print:hidden">
      <summary className="flex min-h-target items-center rounded-md px-3 text-sm text-green underline-offset-4 hover:underline">
        {t('list.columns')}
      </summary>
      <div className="absolute end-0 z-20 min-w-48 rounded-md border border-line bg-surface px-4 py-2 shadow-floating">
        {columns
          .filter((column) => !column.rowHeader)
          .map((column) => (
            <Checkbox key={column.id} checked={!hidden.includes(column.id)} onChange={() => toggle(column.id)}>
              {column.header}
            </Checkbox>
          ))}
      </div>
    </details>
  );
}

/** One table for every list: its states, how old it is, its columns, and the way to the rows further down. */
export function Listing<Row>({ id, query, caption, columns, rowKey, empty, file }: ListingProps<Row>) {
  const t = useT();
  const locale = useLocale();
  const { hidden, toggle } = useHiddenColumns(id);
  const { rows } = query;
  if (rows === undefined) {
    return query.error ? <Refused problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />;
  }
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(query.dataUpdatedAt);
  return (
    <section aria-label={caption}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-faint">
        <p role="status">
          {t('list.shown', { count: rows.length })} ·{' '}
          {query.error ? t('list.stale', { time: clock }) : t('list.updated', { time: clock })}
        </p>
        <div className="flex flex-wrap items-center">
          {file}
          <Button
            look="quiet"
            size="small"
            pending={query.isFetching && !query.isFetchingNextPage}
            onClick={() => void query.refetch()}
          >
            {t('list.refresh')}
          </Button>
          <ColumnChoice columns={columns} hidden={hidden} toggle={toggle} />
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={empty.title} action={empty.action}>
          {empty.text}
        </EmptyState>
      ) : (
        <Table
          caption={caption}
          columns={columns.filter((column) => column.rowHeader || !hidden.includes(column.id))}
          rows={rows}
          rowKey={rowKey}
        />
      )}
      {query.hasNextPage && (
        <div className="flex justify-center pt-5">
          <Button look="secondary" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </section>
  );
}
