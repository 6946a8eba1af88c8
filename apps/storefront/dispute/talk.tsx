import {
  Button,
  Card,
  Dialog,
  ErrorState,
  formatDateTime,
  Loading,
  Money,
  Skeleton,
  useApiClient,
  useLocale,
  type ApiProblem,
} from '@xihuo/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Film } from '../pictures/film';
import { useSource } from '../pictures/use-source';
import { useT } from '../words';
import { useAt, type Case } from './use-case';

type Said = Case['messages'][number];

/** A file of the case, read with the key of the order: an address of its own would come without it. */
function Shown({ one, fileId, title }: { one: Case; fileId: string; title: string }) {
  const api = useApiClient();
  const at = useAt(one);
  const query = useQuery<Blob, ApiProblem>({
    queryKey: ['dispute.paper', fileId],
    queryFn: () =>
      api('GET /orders/{id}/disputes/{disputeId}/papers/{fileId}', {
        params: { ...at.params, fileId },
        // A file in so many words: a film may take its time.
        headers: { ...at.headers, accept: '*/*' },
      }),
    staleTime: Infinity,
  });
  const file = query.data;
  if (query.error) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  if (!file) {
    return (
      <Loading>
        <Skeleton className="h-64" />
      </Loading>
    );
  }
  return <Opened file={file} title={title} />;
}

function Opened({ file, title }: { file: Blob; title: string }) {
  const frame = useSource<HTMLIFrameElement>(file);
  const image = useSource<HTMLImageElement>(file);
  if (file.type.startsWith('video/')) return <Film file={file} title={title} />;
  return file.type === 'application/pdf' ? (
    <iframe ref={frame} title={title} className="h-[70dvh] w-full" />
  ) : (
    <img ref={image} alt={title} className="mx-auto max-h-[75dvh] max-w-full" />
  );
}

function Files({ one, files }: { one: Case; files: Said['files'] }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  if (files.length === 0) return null;
  const title = (id: string) => t('dispute.file', { number: files.findIndex((file) => file.fileId === id) + 1 });
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {files.map(({ fileId }) => (
          <Button key={fileId} look="quiet" size="small" aria-haspopup="dialog" onClick={() => setOpen(fileId)}>
            {title(fileId)}
          </Button>
        ))}
      </div>
      {open !== null && (
        <Dialog title={title(open)} open wide onClose={() => setOpen(null)}>
          <Shown one={one} fileId={open} title={title(open)} />
        </Dialog>
      )}
    </>
  );
}

/** What was said in the case, the oldest first; the own words stand to the right. */
export function Talk({ one }: { one: Case }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t('dispute.talk')}>
      <ol className="flex flex-col gap-4">
        {one.messages.map((said) => (
          <li
            key={said.id}
            className={
              said.side === 'buyer' ? 'ms-6 rounded-md bg-green-wash px-4 py-3' : 'me-6 rounded-md bg-sunken px-4 py-3'
            }
          >
            <p className="text-sm text-ink-soft">
              <span className="font-medium">{t(`dispute.side.${said.side}`)}</span>{' '}
              <time dateTime={said.at}>{formatDateTime(said.at, locale)}</time>
            </p>
            <p className="break-words whitespace-pre-line">{said.words}</p>
            {said.offer && (
              <p className="font-medium">
                {t(said.side === 'buyer' ? 'dispute.asks' : 'dispute.offers')} <Money value={said.offer} />
              </p>
            )}
            <Files one={one} files={said.files} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
