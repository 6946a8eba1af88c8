import { ErrorState, Loading, Skeleton, type ApiProblem } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../words';

interface Read<Data> {
  data: Data | undefined;
  error: ApiProblem | null;
  refetch: () => unknown;
}

/** A read that is shown once it is there whole: waiting, refused, failed or here. */
export function Whole<Data>({ query, children }: { query: Read<Data>; children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  return query.error ? <Refused problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />;
}

/** Not being allowed is no failure: asking again would not help, so it is not offered. */
export function Refused({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const t = useT();
  if (problem.status === 403) return <ErrorState problem={problem} title={t('list.forbidden')} />;
  return <ErrorState problem={problem} onRetry={onRetry} />;
}

export function Waiting() {
  return (
    <Loading>
      <div className="flex flex-col gap-3 py-2">
        {['w-full', 'w-11/12', 'w-full', 'w-4/5', 'w-full'].map((width, index) => (
          <Skeleton key={index} className={`h-9 ${width}`} />
        ))}
      </div>
    </Loading>
  );
}
