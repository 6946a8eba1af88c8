import { Button } from '@xihuo/ui';

interface ShownPaperProps {
  path: string;
  alt: string;
  failed: boolean;
  words: { failed: string; why: string; retry: string };
  onFail: () => void;
  onRetry: () => void;
}

/** The picture of a paper. A browser does not tell why one does not come, refused or lost: both are said, and it can be asked for anew. */
export function ShownPaper({ path, alt, failed, words, onFail, onRetry }: ShownPaperProps) {
  if (!failed) return <img src={path} alt={alt} onError={onFail} className="mx-auto min-h-64 max-w-full" />;
  return (
    <div role="alert" className="flex min-h-64 flex-col items-center justify-center gap-3 px-5 py-8 text-center">
      <p className="text-lg font-semibold">{words.failed}</p>
      <p className="max-w-md text-ink-soft">{words.why}</p>
      <Button look="secondary" onClick={onRetry}>
        {words.retry}
      </Button>
    </div>
  );
}
