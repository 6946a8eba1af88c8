import { Button, Notice, useProblemText } from '@xihuo/ui';
import { useEffect, useRef } from 'react';
import { useT } from '../words';

interface ReadOnProps {
  list: {
    rows: readonly unknown[] | undefined;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isError: boolean;
    error: unknown;
    fetchNextPage: () => Promise<unknown>;
  };
  /** Whether it goes on when its end comes near, or waits to be asked. */
  byItself: boolean;
  className: string;
}

/** The end of a list: reads on when it comes near; a button there does the same for those who do not scroll. */
export function ReadOn({ list, byItself, className }: ReadOnProps) {
  const t = useT();
  const problemText = useProblemText();
  const readOn = () => void list.fetchNextPage();
  // What failed is asked again by hand alone: the end stays in sight, so it would be asked without a pause.
  const end = useNearing(byItself && list.hasNextPage && !list.isFetchingNextPage && !list.isError, readOn);
  return (
    <div ref={end} className={`flex flex-col items-center gap-3 ${className}`}>
      {list.hasNextPage && list.isError && !list.isFetchingNextPage && (
        <Notice tone="attention" urgent>
          {problemText(list.error)}
        </Notice>
      )}
      {list.hasNextPage ? (
        <Button look="secondary" pending={list.isFetchingNextPage} onClick={readOn}>
          {t('list.more')}
        </Button>
      ) : (
        !!list.rows?.length && <p className="text-sm text-ink-faint">{t('list.end')}</p>
      )}
    </div>
  );
}

function useNearing(ready: boolean, act: () => void) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!ready || !end.current) return undefined;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [ready]);
  return end;
}
