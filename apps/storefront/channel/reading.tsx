import { EmptyState, ErrorState, Loading, Skeleton, type ApiProblem } from '@xihuo/ui';
import type { ReactNode } from 'react';

interface Read<Data> {
  data: Data | undefined;
  error: ApiProblem | null;
  refetch: () => unknown;
}

/** A list that is waiting, failed, empty or here. */
export function Reading<Row>({
  query,
  empty,
  children,
}: {
  query: Read<{ data: readonly Row[] }>;
  empty: { title: string; text: string };
  children: (rows: readonly Row[]) => ReactNode;
}) {
  if (query.data === undefined)
    return query.error ? <ErrorState problem={query.error} onRetry={() => void query.refetch()} /> : <Grey />;
  const rows = query.data.data;
  return rows.length === 0 ? <EmptyState title={empty.title}>{empty.text}</EmptyState> : children(rows);
}

export function Grey() {
  return (
    <Loading>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {[1, 2, 3, 4, 5, 6].map((place) => (
          <Skeleton key={place} className="h-28" />
        ))}
      </div>
    </Loading>
  );
}
