import { Button, EmptyState, useLocale, type ApiProblem, type Column, type usePages } from '@xihuo/ui';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useT } from '../words';
import { nextSort, withParam } from './address';
import { AllMatching } from './bulk/all-matching';
import { BulkBar, type BulkAct } from './bulk/bulk-bar';
import { useRowKeys } from './keys/row-keys';
import { KeptViews } from './kept-views';
import { OwnViews } from './own-views';
import { ColumnChoice } from './table/column-choice';
import { useKeptList } from './table/kept-list';
import { ListCsv } from './table/list-csv';
import { isOfPersons } from './table/of-persons';
import { placed, useDensity, type ListLook } from './table/list-look';
import { opened, withCols } from './table/view-address';
import { WorkTable } from './table/work-table';
import { Refused, Waiting } from './whole';

/** What a list knows once the next page has come, or has not. */
export interface NextPage {
  data?: { pages: readonly { data: readonly unknown[] }[] } | undefined;
  hasNextPage: boolean;
  isError: boolean;
}

/** A list read page by page, as `usePages` hands it out. */
export interface PagedRead<Row> {
  rows: Row[] | undefined;
  error: ApiProblem | null;
  dataUpdatedAt: number;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => Promise<NextPage> | undefined;
  /** Where it is read from; with it, all of it can be had as a table. */
  source?: ReturnType<typeof usePages>['source'];
}

interface ListingProps<Row> {
  /** Under this name the choice of columns and the views are kept. */
  id: string;
  query: PagedRead<Row>;
  caption: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  empty: { title: string; text: string; action?: ReactNode };
  /** The buttons that hand the list out as a table, where the server writes one; others are written here, as they are shown, but none of persons. */
  file?: ReactNode;
  /** Where a row is changed, or what begins it; null for one that is not. */
  edit?: ((row: Row) => string | (() => void) | null) | undefined;
  /** What can be done to several rows at once. */
  bulk?: readonly BulkAct<Row>[] | undefined;
}

/** By what the list is sorted stands in the address, as `sort`; with `-` before it from the largest. */
function useSorting() {
  const [search, setSearch] = useSearchParams();
  const now = search.get('sort') ?? '';
  return {
    by: now === '' ? undefined : now.replace(/^-/, ''),
    descending: now.startsWith('-'),
    onSort: (by: string) => setSearch(withParam(search, 'sort', nextSort(now, by)), { replace: true }),
  };
}

/** How many rows there are and how old they are; at the end of the line, what can be done with the list. */
function Head<Row>({ query, shown, children }: { query: PagedRead<Row>; shown: number; children: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' }).format(query.dataUpdatedAt);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-faint">
      <p role="status">
        {t('list.shown', { count: shown })} ·{' '}
        {query.error ? t('list.stale', { time: clock }) : t('list.updated', { time: clock })}
      </p>
      <div className="flex flex-wrap items-center">{children}</div>
    </div>
  );
}

/** The list as a table written here, where it is read page by page and tells of no person. */
function OwnFile<Row>({
  source,
  ...list
}: Pick<PagedRead<Row>, 'source'> & Omit<ComponentProps<typeof ListCsv<Row>>, 'source'>) {
  return source && !isOfPersons(source.route) && <ListCsv<Row> {...list} source={source} />;
}

function RefreshButton<Row>({ query }: { query: PagedRead<Row> }) {
  const t = useT();
  return (
    <Button
      look="quiet"
      size="small"
      pending={query.isFetching && !query.isFetchingNextPage}
      onClick={() => void query.refetch()}
    >
      {t('list.refresh')}
    </Button>
  );
}

function useEditKey<Row>(
  rows: readonly Row[] | undefined,
  rowKey: (row: Row) => string,
  edit: ListingProps<Row>['edit'],
) {
  const navigate = useNavigate();
  if (!edit) return undefined;
  return (key: string) => {
    const row = rows?.find((one) => rowKey(one) === key);
    const way = row && edit(row);
    if (typeof way === 'string') void navigate(way);
    else way?.();
  };
}

type Kept = ReturnType<typeof useKeptList> & { now: ReturnType<typeof opened> };

/** One table for every list, below the views the reader kept of it: those stay while it is read, and where it cannot be read. */
export function Listing<Row>(props: ListingProps<Row>) {
  const { id, caption } = props;
  const kept = useKeptList(id);
  const [search] = useSearchParams();
  const now = opened(search, id, kept.views, kept.look);
  return (
    <section aria-label={caption}>
      {kept.ready && <OwnViews {...{ views: kept.views, now }} onChange={kept.change} />}
      <Rows {...props} kept={{ ...kept, now }} />
    </section>
  );
}

/** Its states, how old it is, its columns, and the way to the rows further down. */
function Rows<Row>({ kept, ...props }: ListingProps<Row> & { kept: Kept }) {
  const { id, query, caption, columns, rowKey, empty, file, bulk, edit } = props;
  const t = useT();
  const { views, ready, change, now } = kept;
  const [search, setSearch] = useSearchParams();
  const [density, setDensity] = useDensity();
  const sorting = useSorting();
  const list = useRowKeys(bulk !== undefined, useEditKey(query.rows, rowKey, edit));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { rows } = query;
  if (rows === undefined || !ready) {
    return query.error ? <Refused problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />;
  }
  const { look } = now;
  // Columns of a view, or of an address somebody sent, are no one's own: what is changed of them stands in the address.
  const setLook = (next: ListLook) =>
    now.isOwn
      ? change((other) => ({ ...other, look: next }))
      : setSearch(withCols(search, id, next), { replace: true });
  const inOrder = placed(columns, look.order);
  const shown = inOrder.filter((column) => column.rowHeader || !look.hidden.includes(column.id));
  return (
    <div ref={list}>
      <Head query={query} shown={rows.length}>
        {file ?? <OwnFile id={id} caption={caption} source={query.source} columns={shown} />}
        <RefreshButton query={query} />
        <KeptViews list={id} look={look} views={views} onChange={change} />
        <ColumnChoice columns={inOrder} look={look} onLook={setLook} density={density} onDensity={setDensity} />
      </Head>
      {rows.length === 0 ? (
        <EmptyState title={empty.title} action={empty.action}>
          {empty.text}
        </EmptyState>
      ) : (
        <WorkTable<Row>
          caption={caption}
          columns={shown}
          rows={rows}
          rowKey={rowKey}
          density={density}
          sorting={sorting}
          more={query.hasNextPage}
          onEnd={() => query.hasNextPage && !query.isFetchingNextPage && !query.error && void query.fetchNextPage()}
          choosing={
            bulk && {
              ...{ chosen, onChoose: setChosen, words: { one: t('bulk.one'), all: t('bulk.all') } },
              can: (row) => bulk.some((act) => act.can(row)),
            }
          }
        />
      )}
      {query.hasNextPage && (
        <div className="flex justify-center pt-5">
          <Button look="secondary" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
      {bulk && (
        <BulkBar rows={rows.filter((row) => chosen.has(rowKey(row)))} acts={bulk} onClear={() => setChosen(new Set())}>
          <AllMatching<Row>
            query={query}
            onAll={(all) => setChosen(new Set(all.filter((row) => bulk.some((act) => act.can(row))).map(rowKey)))}
          />
        </BulkBar>
      )}
    </div>
  );
}
