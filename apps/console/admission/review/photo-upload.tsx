import { useProblemText } from '@xihuo/ui';
import { useId, useState, type ChangeEvent } from 'react';
import { useT } from '../../words';
import { useStep } from './case';

/** Photos one after the other, so that a weak line loses one at most. */
export function PhotoUpload({ inspectionId }: { inspectionId: string }) {
  const t = useT();
  const problemText = useProblemText();
  const id = useId();
  const [share, setShare] = useState<number | null>(null);
  const send = useStep('POST /admission/inspections/{id}/files', { done: t('inspection.photoDone') });
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    for (const file of files) {
      setShare(0);
      const went = await send
        .mutateAsync({ params: { id: inspectionId }, file, onProgress: setShare })
        .catch(() => null);
      if (went === null) break;
    }
    setShare(null);
  };
  return (
    <div className="mb-4 flex flex-col gap-2">
      <label
        htmlFor={id}
        className="flex min-h-target cursor-pointer items-center justify-center rounded-md border border-dashed border-line-strong px-4 py-4 font-medium text-green has-focus-visible:outline-3"
      >
        {share === null ? t('inspection.addPhoto') : `${Math.round(share * 100)} %`}
        <input
          id={id}
          type="file"
          multiple
          accept="image/jpeg,image/png,application/pdf"
          disabled={share !== null}
          className="sr-only"
          onChange={(event) => void take(event)}
        />
      </label>
      <p className="text-sm text-ink-faint">{t('inspection.photoText')}</p>
      {send.error && (
        <p role="alert" className="text-cinnabar">
          {problemText(send.error)}
        </p>
      )}
    </div>
  );
}
