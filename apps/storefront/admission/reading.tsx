import { Button, EmptyState, ErrorState, Loading, Skeleton, type ApiProblem } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../words';

/** A list read page by page, as `usePages` hands it out. */
interface PagedRead<Row> {
  rows: Row[] | undefined;
  error: ApiProblem | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

interface ListingProps<Row> {
  query: PagedRead<Row>;
  empty: { title: string; text: string; action?: ReactNode };
  children: (rows: Row[]) => ReactNode;
}

/** A list with its states and the way further down; what was read stays, also where the next page fails. */
export function Listing<Row>({ query, empty, children }: ListingProps<Row>) {
  const t = useT();
  const { rows, error, hasNextPage, isFetchingNextPage } = query;
  if (!rows) return error ? <ErrorState problem={error} onRetry={() => void query.refetch()} /> : <Waiting />;
  if (rows.length === 0) {
    return (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.text}
      </EmptyState>
    );
  }
  return (
    <>
      {children(rows)}
      {hasNextPage && (
        <p className="py-6 text-center print:hidden">
          <Button look="secondary" pending={isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </p>
      )}
      {error && <ErrorState problem={error} onRetry={() => void query.fetchNextPage()} />}
    </>
  );
}

export function Waiting() {
  return (
    <Loading>
      <div className="flex flex-col gap-3 py-2">
        {['w-full', 'w-11/12', 'w-full', 'w-4/5', 'w-full'].map((width, index) => (
          <Skeleton key={index} className={`h-12 ${width}`} />
        ))}
      </div>
    </Loading>
  );
}

export function WaitingPage() {
  return (
    <div className="page pt-20">
      <Waiting />
    </div>
  );
}
