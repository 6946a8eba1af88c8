import { Button, Card, ErrorState, Skeleton, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { useSource } from '../../frame/use-source';
import { useT } from '../../words';

/** A paper in the page: pictures turn, a PDF stands in the browser's own viewer. */
export function PaperView({ fileId, title, onClose }: { fileId: string; title: string; onClose: () => void }) {
  const t = useT();
  const query = useApi('GET /admission/papers/{fileId}', { params: { fileId } }, { staleTime: Infinity });
  const [quarter, setQuarter] = useState(0);
  const isPicture = query.data?.type.startsWith('image/') ?? false;
  return (
    <Card
      title={title}
      aside={
        <span className="flex items-center">
          {isPicture && (
            <Button look="quiet" size="small" onClick={() => setQuarter((turned) => turned + 1)}>
              {t('paper.turn')}
            </Button>
          )}
          <Button look="quiet" size="small" onClick={onClose}>
            {t('paper.close')}
          </Button>
        </span>
      }
    >
      {query.error && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {!query.error && !query.data && <Skeleton className="h-96 w-full" />}
      {query.data &&
        (isPicture ? (
          <Picture file={query.data} title={title} quarter={quarter} />
        ) : (
          <Pages file={query.data} title={title} />
        ))}
    </Card>
  );
}

function Picture({ file, title, quarter }: { file: Blob; title: string; quarter: number }) {
  const source = useSource<HTMLImageElement>(file);
  return (
    <div className="overflow-auto">
      <img ref={source} alt={title} className="mx-auto max-w-full" style={{ rotate: `${quarter * 90}deg` }} />
    </div>
  );
}

function Pages({ file, title }: { file: Blob; title: string }) {
  const source = useSource<HTMLIFrameElement>(file);
  return <iframe ref={source} title={title} className="h-[70dvh] w-full rounded-md border border-line" />;
}
