import { Button, ErrorState, Loading, Select, Skeleton, useApiClient, type ApiProblem } from '@xihuo/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useT } from '../words';
import { useKeys } from './keys/keys';
import { Film } from './film';
import { Picture } from './picture';
import { useSource } from './use-source';

export interface Paper {
  id: string;
  title: string;
  /** Kind, pages, until when it holds. */
  about?: ReactNode;
  /** Versions of it before, the newest first, to be looked at beside it. */
  earlier?: readonly { id: string; title: string }[];
}

type Api = ReturnType<typeof useApiClient>;

/** The bytes, asked for with the session of the console: a frame of its own would come without it. */
export type ReadPaper = (api: Api, id: string) => Promise<Blob>;

interface PaperViewerProps {
  papers: readonly Paper[];
  read: ReadPaper;
  /** What is said where there is none. */
  empty: string;
}

/** One paper, by itself. */
export function PaperSheet({ paper, read }: { paper: Paper; read: ReadPaper }) {
  const api = useApiClient();
  const query = useQuery<Blob, ApiProblem>({
    queryKey: ['paper', paper.id],
    queryFn: () => read(api, paper.id),
    // A paper never changes, and opening some is written down: once is enough.
    staleTime: Infinity,
  });
  if (query.error) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <Loading>
        <Skeleton className="h-[60dvh] w-full" />
      </Loading>
    );
  }
  if (query.data.type.startsWith('video/')) return <Film title={paper.title} file={query.data} />;
  return query.data.type === 'application/pdf' ? (
    <PdfFrame title={paper.title} file={query.data} />
  ) : (
    <Picture key={paper.id} title={paper.title} file={query.data} />
  );
}

/** A paper, and beside it the version before that was chosen; on a narrow page one above the other. */
function Compared({ paper, read }: { paper: Paper; read: ReadPaper }) {
  const t = useT();
  const [chosen, setChosen] = useState('');
  const earlier = paper.earlier ?? [];
  const before = earlier.find(({ id }) => id === chosen);
  if (earlier.length === 0) return <PaperSheet paper={paper} read={read} />;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Select
        label={t('paper.beside')}
        optional
        placeholder={t('paper.alone')}
        value={chosen}
        choices={earlier.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(event) => setChosen(event.target.value)}
      />
      <div className={before ? 'grid gap-3 md:grid-cols-2' : ''}>
        {before && (
          <figure className="min-w-0">
            <figcaption className="mb-1 text-sm text-ink-soft">{before.title}</figcaption>
            <PaperSheet key={before.id} paper={before} read={read} />
          </figure>
        )}
        <figure className="min-w-0">
          {before && <figcaption className="mb-1 text-sm text-ink-soft">{t('paper.now')}</figcaption>}
          <PaperSheet paper={paper} read={read} />
        </figure>
      </div>
    </div>
  );
}

function PdfFrame({ title, file }: { title: string; file: Blob }) {
  const source = useSource<HTMLIFrameElement>(file, '#navpanes=0&view=FitH');
  return (
    <iframe ref={source} title={title} className="h-[72dvh] w-full rounded-md border border-line-strong bg-sunken" />
  );
}

/** Papers one at a time, with the list of all beside: PDF in a frame, pictures to turn and to come close to. */
export function PaperViewer({ papers, read, empty }: PaperViewerProps) {
  const t = useT();
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, papers.length - 1);
  const turn = useMemo(
    () => (step: 1 | -1) => setChosen((now) => Math.max(0, Math.min(papers.length - 1, now + step))),
    [papers.length],
  );
  useKeys([
    { key: '[', word: t('keys.paperBack'), press: () => turn(-1) },
    { key: ']', word: t('keys.paperOn'), press: () => turn(1) },
  ]);
  const paper = papers[at];
  if (!paper) return <p className="py-6 text-ink-soft">{empty}</p>;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex items-center justify-between gap-2">
        <Button
          look="secondary"
          size="small"
          className="shrink-0"
          unavailable={at === 0}
          onClick={() => turn(-1)}
          aria-keyshortcuts="["
        >
          ← {t('paper.previous')}
        </Button>
        <p aria-live="polite" className="min-w-0 text-center">
          <span className="block truncate font-medium">{paper.title}</span>
          <span className="block text-sm text-ink-faint">
            {at + 1} / {papers.length}
            {paper.about && <> · {paper.about}</>}
          </span>
        </p>
        <Button
          look="secondary"
          size="small"
          className="shrink-0"
          unavailable={at === papers.length - 1}
          onClick={() => turn(1)}
          aria-keyshortcuts="]"
        >
          {t('paper.next')} →
        </Button>
      </div>
      <Compared key={paper.id} paper={paper} read={read} />
      <ol className="flex flex-wrap gap-2">
        {papers.map((one, index) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={index === at ? 'true' : undefined}
              onClick={() => setChosen(index)}
              className="min-h-target rounded-md border border-line px-3 text-sm text-ink-soft hover:bg-sunken aria-[current=true]:border-green aria-[current=true]:bg-green-wash aria-[current=true]:text-green"
            >
              {one.title}
            </button>
          </li>
        ))}
      </ol>
      <p className="hidden text-sm text-ink-faint lg:block">{t('paper.keys')}</p>
    </div>
  );
}
